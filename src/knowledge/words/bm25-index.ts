import type { Bm25Columns } from './bm25-columns.ts';
import { keepBest, type Scored } from './keep-best.ts';
import { sharpenIdf } from './sharpen-idf.ts';
import { createTitleCoverage } from './title-coverage.ts';

export interface WeightedTerm {
  readonly term: string;
  /** 1 for a word of the question, more for one that it repeats, less for what was added to it. */
  readonly weight: number;
}

export interface Bm25Index {
  /** Number of passages. */
  readonly size: number;
  /** Every term, ascending. */
  readonly terms: readonly string[];
  /** Number of passages that hold the term; 0 when the index does not know it. */
  documentFrequency(term: string): number;
  /** What a term tells passages apart by; 0 when the index does not know it. */
  inverseDocumentFrequency(term: string): number;
  /** The `k` best passages with a score above zero that `accept` lets through. */
  search(query: readonly WeightedTerm[], k: number, accept?: (passage: number) => boolean): Scored[];
  /** The score of each given passage, in order; 0 where no term of the query stands. */
  score(query: readonly WeightedTerm[], passages: readonly number[]): number[];
  /** How far a passage's title is what is asked: from 0, where no word is in it, to 1, where it holds each and no other. */
  titleMatch(query: readonly WeightedTerm[], passage: number): number;
  readonly columns: Bm25Columns;
}

/**
 * Okapi BM25 over fields, where the builder has weighed each posting, and what the title's coverage adds. The idf is
 * ln(1 + (N - n + 0.5) / (n + 0.5)), which, unlike Robertson and Spärck Jones' own, stays above zero for a term that most
 * passages hold; it is sharpened in long questions.
 */
export function createBm25Index(columns: Bm25Columns): Bm25Index {
  const { terms, offsets, passages, gains, size } = columns;
  const numberOf = new Map(terms.map((term, number) => [term, number]));
  // Reused by every search: a search is synchronous and leaves them as it found them.
  const sums = new Float64Array(size);
  const touched = new Uint32Array(size);

  const range = (term: number) => ({ from: offsets[term] ?? 0, to: offsets[term + 1] ?? 0 });

  function documentFrequency(term: string): number {
    const number = numberOf.get(term);
    if (number === undefined) return 0;
    const { from, to } = range(number);
    return to - from;
  }

  function idf(holders: number): number {
    return Math.log(1 + (size - holders + 0.5) / (holders + 0.5));
  }

  const coverage = createTitleCoverage(columns, (term) => {
    const { from, to } = range(term);
    return idf(to - from);
  });

  /** The known terms of a question: their postings, and what one unit of gain counts. Tells the titles what is asked. */
  function ask(query: readonly WeightedTerm[]): { from: number; to: number; factor: number; amount: number }[] {
    const asked = query.flatMap(({ term, weight }) => {
      const number = numberOf.get(term);
      if (number === undefined || weight <= 0) return [];
      const { from, to } = range(number);
      return { number, from, to, weight, idf: idf(to - from) };
    });
    const sharpened = sharpenIdf(asked);
    return asked.map((term, at) => {
      coverage.ask(term.number, Math.min(term.weight, 1) * term.idf);
      const { from, to, weight } = term;
      return { from, to, factor: weight * (sharpened[at] ?? 0), amount: weight * term.idf };
    });
  }

  function search(query: readonly WeightedTerm[], k: number, accept?: (passage: number) => boolean): Scored[] {
    let count = 0;
    for (const { from, to, factor } of ask(query)) {
      for (let posting = from; posting < to; posting += 1) {
        const passage = passages[posting] ?? 0;
        if (sums[passage] === 0) touched[count++] = passage;
        sums[passage] = (sums[passage] ?? 0) + factor * (gains[posting] ?? 0);
      }
    }
    const best = keepBest(k);
    for (let at = 0; at < count; at += 1) {
      const passage = touched[at] ?? 0;
      const score = (sums[passage] ?? 0) + coverage.gain(passage);
      sums[passage] = 0;
      if (score >= best.worst() && (accept === undefined || accept(passage))) best.offer(passage, score);
    }
    coverage.clear();
    return best.sorted();
  }

  function score(query: readonly WeightedTerm[], wanted: readonly number[]): number[] {
    const scores = wanted.map(() => 0);
    for (const { from, to, factor } of ask(query)) {
      for (const [at, passage] of wanted.entries()) {
        const posting = findPosting(passages, from, to, passage);
        if (posting >= 0) scores[at] = (scores[at] ?? 0) + factor * (gains[posting] ?? 0);
      }
    }
    for (const [at, passage] of wanted.entries()) scores[at] = (scores[at] ?? 0) + coverage.gain(passage);
    coverage.clear();
    return scores;
  }

  function titleMatch(query: readonly WeightedTerm[], passage: number): number {
    const total = ask(query).reduce((sum, { amount }) => sum + amount, 0);
    const gain = coverage.gain(passage);
    coverage.clear();
    return gain === 0 ? 0 : gain / total;
  }

  function inverseDocumentFrequency(term: string): number {
    const holders = documentFrequency(term);
    return holders === 0 ? 0 : idf(holders);
  }

  return { size, terms, columns, documentFrequency, inverseDocumentFrequency, search, score, titleMatch };
}

/** Binary search within one term's postings; -1 when the passage does not hold the term. */
function findPosting(passages: Uint32Array, from: number, to: number, passage: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = passages[middle] ?? 0;
    if (found === passage) return middle;
    if (found < passage) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
