import { type Bm25Columns, fieldWeights, type IndexedText } from './bm25-columns.ts';
import { GrowingIntegers } from './growing-integers.ts';

/** Takes passages in order of their number, then gives the finished index. */
export function createBm25Builder(): { add(text: IndexedText): void; finish(): Bm25Columns } {
  const numberOf = new Map<string, number>();
  const postingTerms = new GrowingIntegers();
  const postingPassages = new GrowingIntegers();
  const postingFrequencies = new GrowingIntegers();
  const lengths = new GrowingIntegers();

  return {
    add(text) {
      const frequencies = new Map<string, number>();
      let length = 0;
      for (const field of ['title', 'headings', 'body'] as const) {
        for (const term of text[field]) {
          frequencies.set(term, (frequencies.get(term) ?? 0) + fieldWeights[field]);
          length += fieldWeights[field];
        }
      }
      for (const [term, frequency] of frequencies) {
        const number = numberOf.get(term) ?? numberOf.size;
        numberOf.set(term, number);
        postingTerms.push(number);
        postingPassages.push(lengths.length);
        postingFrequencies.push(frequency);
      }
      lengths.push(length);
    },
    finish() {
      const terms = [...numberOf.keys()].sort((a, b) => (a < b ? -1 : 1));
      const rankOf = new Uint32Array(terms.length);
      for (const [rank, term] of terms.entries()) rankOf[numberOf.get(term) ?? 0] = rank;
      return {
        terms,
        lengths: lengths.toArray(),
        ...groupByTerm(rankOf, postingTerms, postingPassages, postingFrequencies),
      };
    },
  };
}

/** A counting sort: stable, so that passages stay ascending within a term. */
function groupByTerm(
  rankOf: Uint32Array,
  postingTerms: GrowingIntegers,
  postingPassages: GrowingIntegers,
  postingFrequencies: GrowingIntegers,
): Pick<Bm25Columns, 'offsets' | 'passages' | 'frequencies'> {
  const byNumber = postingTerms.toArray();
  const fromPassages = postingPassages.toArray();
  const fromFrequencies = postingFrequencies.toArray();
  const offsets = new Uint32Array(rankOf.length + 1);
  for (const number of byNumber) {
    const next = (rankOf[number] ?? 0) + 1;
    offsets[next] = (offsets[next] ?? 0) + 1;
  }
  for (let term = 0; term < rankOf.length; term += 1)
    offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  const cursor = offsets.slice();
  const passages = new Uint32Array(byNumber.length);
  const frequencies = new Uint32Array(byNumber.length);
  for (let posting = 0; posting < byNumber.length; posting += 1) {
    const term = rankOf[byNumber[posting] ?? 0] ?? 0;
    const target = cursor[term] ?? 0;
    cursor[term] = target + 1;
    passages[target] = fromPassages[posting] ?? 0;
    frequencies[target] = fromFrequencies[posting] ?? 0;
  }
  return { offsets, passages, frequencies };
}
