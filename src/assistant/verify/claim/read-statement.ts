import { tokensOf } from '#assistant/ask/stem-sequence.ts';
import type { ClaimRules } from './claim-rules.ts';
import type { FindQuantities } from './find-quantities.ts';
import type { Hit, Statement } from './statement.ts';
import type { TermIndex } from './term-index.ts';

export interface StatementDeps {
  readonly rules: ClaimRules;
  readonly terms: TermIndex;
  readonly findQuantities: FindQuantities;
}

const SENTENCE_ENDS = /\n|;|[.!?](?=\s|$)/gu;

const RULED = new Set(['level', 'side', 'denial', 'demand']);

/** Part of a longer phrase of the same sort, or of an idiom: "not yet" denies nothing for good. */
const isOverruled = ({ meaning, from, to }: Hit, all: readonly Hit[]): boolean =>
  RULED.has(meaning.type) &&
  all.some((other) => {
    const isAround = other.from <= from && other.to >= to && other.to - other.from > to - from;
    if (!isAround) return false;
    if (other.meaning.type === 'idiom') return true;
    return meaning.type === 'level' && other.meaning.type === 'level' && other.meaning.scale === meaning.scale;
  });

/** Reads a claim, or its joined quotes. */
export function readStatement(text: string, { rules, terms, findQuantities }: StatementDeps): Statement {
  const words = tokensOf(text);
  const ends = [...text.matchAll(rules.clauseEnds)].map(({ index }) => index);
  const clauses = words.map(({ start }) => ends.filter((end) => end <= start).length);
  const stops = [...text.matchAll(SENTENCE_ENDS)].map(({ index }) => index);
  const found: Hit[] = [];
  words.forEach((_, from) => {
    // "Non-small cell" does not hold "small cell".
    const follows = words[from - 1]?.stem === 'non';
    for (const { meaning, length } of terms.at(text, words, from))
      if (!(follows && meaning.type === 'term')) found.push({ meaning, from, to: from + length });
  });
  const hits = found.filter((hit) => !isOverruled(hit, found));
  const idsAt: string[][] = words.map(() => []);
  for (const { meaning, from, to } of hits) for (let at = from; at < to; at += 1) idsAt[at]?.push(meaning.id);
  const quantities = findQuantities(text);
  return {
    text,
    words,
    stems: new Set(words.map(({ stem }) => stem)),
    clauses,
    sentences: words.map(({ start }) => stops.filter((end) => end <= start).length),
    hits,
    ids: new Set(hits.map(({ meaning }) => meaning.id)),
    idsAt,
    quantities,
    inQuantity: words.map((word) => quantities.some(({ start, end }) => word.start >= start && word.end <= end)),
  };
}

/** Quotes as one text: a label keeps what follows it, everything else ends its own statement. */
export function joinQuotes(quotes: readonly string[]): string {
  return quotes.reduce((text, quote, i) => {
    if (i === 0) return quote;
    return `${text}${/[:：]\s*$/u.test(text) ? ' ' : '\n'}${quote}`;
  }, '');
}
