import { type Bm25Columns, type Field, fields, type IndexedText, k1 } from './bm25-columns.ts';
import { GrowingIntegers } from './growing-integers.ts';

const fieldNames = Object.keys(fields) as Field[];

/** Occurrences in one field take eight bits of a posting. */
const maxOccurrences = 255;

/**
 * Takes passages in order of their number, then gives the finished index: BM25F (Robertson, Zaragoza and Taylor 2004).
 * Each field's frequency is weighed by its own length before they are added, and the sum saturates once; so a short
 * passage does not make more of the title it shares with every other passage of its document.
 */
export function createBm25Builder(): { add(text: IndexedText): void; finish(): Bm25Columns } {
  const numberOf = new Map<string, number>();
  const postings = {
    terms: new GrowingIntegers(),
    passages: new GrowingIntegers(),
    occurrences: new GrowingIntegers(),
  };
  const lengths = fieldNames.map(() => new GrowingIntegers());
  let size = 0;

  return {
    add(text) {
      const occurrences = new Map<string, number>();
      for (const [at, field] of fieldNames.entries()) {
        for (const term of text[field]) {
          const packed = occurrences.get(term) ?? 0;
          if (unpack(packed, at) < maxOccurrences) occurrences.set(term, packed + (1 << (8 * at)));
        }
        lengths[at]?.push(text[field].length);
      }
      for (const [term, packed] of occurrences) {
        const number = numberOf.get(term) ?? numberOf.size;
        numberOf.set(term, number);
        postings.terms.push(number);
        postings.passages.push(size);
        postings.occurrences.push(packed);
      }
      size += 1;
    },
    finish() {
      const terms = [...numberOf.keys()].sort((a, b) => (a < b ? -1 : 1));
      const rankOf = new Uint32Array(terms.length);
      for (const [rank, term] of terms.entries()) rankOf[numberOf.get(term) ?? 0] = rank;
      const weigh = createWeigher(lengths.map((list) => list.toArray()));
      return { terms, size, ...groupByTerm(rankOf, postings, weigh) };
    },
  };
}

function unpack(occurrences: number, field: number): number {
  return (occurrences >>> (8 * field)) & maxOccurrences;
}

/** What a term adds to a passage that holds it so often in each field. */
function createWeigher(lengths: readonly Uint32Array[]): (passage: number, occurrences: number) => number {
  const averages = lengths.map((list) => list.reduce((sum, length) => sum + length, 0) / Math.max(list.length, 1));
  return (passage, occurrences) => {
    let frequency = 0;
    for (const [at, name] of fieldNames.entries()) {
      const { weight, b } = fields[name];
      const relativeLength = (lengths[at]?.[passage] ?? 0) / (averages[at] || 1);
      frequency += (weight * unpack(occurrences, at)) / (1 - b + b * relativeLength);
    }
    return (frequency * (k1 + 1)) / (frequency + k1);
  };
}

/** A counting sort: stable, so that passages stay ascending within a term. */
function groupByTerm(
  rankOf: Uint32Array,
  postings: Readonly<Record<'terms' | 'passages' | 'occurrences', GrowingIntegers>>,
  weigh: (passage: number, occurrences: number) => number,
): Pick<Bm25Columns, 'offsets' | 'passages' | 'gains'> {
  const byNumber = postings.terms.toArray();
  const fromPassages = postings.passages.toArray();
  const fromOccurrences = postings.occurrences.toArray();
  const offsets = new Uint32Array(rankOf.length + 1);
  for (const number of byNumber) {
    const next = (rankOf[number] ?? 0) + 1;
    offsets[next] = (offsets[next] ?? 0) + 1;
  }
  for (let term = 0; term < rankOf.length; term += 1) {
    offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  }
  const cursor = offsets.slice();
  const passages = new Uint32Array(byNumber.length);
  const gains = new Float32Array(byNumber.length);
  for (let posting = 0; posting < byNumber.length; posting += 1) {
    const term = rankOf[byNumber[posting] ?? 0] ?? 0;
    const target = cursor[term] ?? 0;
    const passage = fromPassages[posting] ?? 0;
    cursor[term] = target + 1;
    passages[target] = passage;
    gains[target] = weigh(passage, fromOccurrences[posting] ?? 0);
  }
  return { offsets, passages, gains };
}
