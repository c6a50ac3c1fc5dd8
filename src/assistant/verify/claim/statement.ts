import type { Token } from '#knowledge/words/tokenise.ts';
import type { Quantity } from './quantity.ts';
import type { Meaning } from './term-index.ts';

/** Something that a stretch of words means. */
export interface Hit {
  readonly meaning: Meaning;
  /** Places of its words; `to` is the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** A text, read: its words and what they mean. */
export interface Statement {
  readonly text: string;
  readonly words: readonly Token[];
  readonly stems: ReadonlySet<string>;
  /** Number of the clause that each word stands in. */
  readonly clauses: readonly number[];
  /** Number of the sentence, cell or label that each word stands in. */
  readonly sentences: readonly number[];
  readonly hits: readonly Hit[];
  /** Ids of all hits. */
  readonly ids: ReadonlySet<string>;
  /** What each word takes part in. */
  readonly idsAt: ReadonlyArray<readonly string[]>;
  readonly quantities: readonly Quantity[];
  /** Whether each word is a part of a quantity. */
  readonly inQuantity: readonly boolean[];
}

/** The place of the first word that begins at or after an offset. */
export function wordAt({ words }: Pick<Statement, 'words'>, offset: number): number {
  const at = words.findIndex(({ end }) => end > offset);
  return at < 0 ? words.length : at;
}

export const hitsOf = <T extends Meaning['type']>(
  { hits }: Pick<Statement, 'hits'>,
  type: T,
): ReadonlyArray<Hit & { readonly meaning: Extract<Meaning, { type: T }> }> =>
  hits.filter((hit): hit is Hit & { meaning: Extract<Meaning, { type: T }> } => hit.meaning.type === type);
