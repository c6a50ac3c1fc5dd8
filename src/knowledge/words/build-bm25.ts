import { type Bm25Columns, type Field, fields, type IndexedText, k1 } from './bm25-columns.ts';
import { groupByTerm } from './group-by-term.ts';
import { GrowingIntegers } from './growing-integers.ts';
import { createTitleCollector } from './title-collector.ts';

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
  const titles = createTitleCollector();
  let size = 0;

  function numberTerm(term: string): number {
    const number = numberOf.get(term) ?? numberOf.size;
    numberOf.set(term, number);
    return number;
  }

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
        postings.terms.push(numberTerm(term));
        postings.passages.push(size);
        postings.occurrences.push(packed);
      }
      titles.add(text.title, numberTerm);
      size += 1;
    },
    finish() {
      const terms = [...numberOf.keys()].sort((a, b) => (a < b ? -1 : 1));
      const rankOf = new Uint32Array(terms.length);
      for (const [rank, term] of terms.entries()) rankOf[numberOf.get(term) ?? 0] = rank;
      const weigh = createWeigher(lengths.map((list) => list.toArray()));
      const termOf = postings.terms.toArray().map((number) => rankOf[number] ?? 0);
      const { offsets, order } = groupByTerm(termOf, terms.length);
      const passages = takeFrom(postings.passages.toArray(), order);
      const occurrences = takeFrom(postings.occurrences.toArray(), order);
      const gains = Float32Array.from(passages, (passage, at) => weigh(passage, occurrences[at] ?? 0));
      return { terms, size, offsets, passages, gains, ...titles.finish(rankOf) };
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

function takeFrom(values: Uint32Array, order: Uint32Array): Uint32Array {
  return order.map((at) => values[at] ?? 0);
}
