import { type Token, tokenise } from '#knowledge/words/tokenise.ts';

/** A text as the stems of its words, in order, with where each stands. */
export interface StemSequence {
  readonly stems: readonly string[];
  readonly positions: ReadonlyMap<string, readonly number[]>;
}

const ARTICLE = /^(the|a|an)$/u;

/** The words of a text without its articles: "stay in the hospital" is "stay in hospital"; "hepatitis A" keeps its A. */
export const tokensOf = (text: string): Token[] => tokenise(text).filter(({ surface }) => !ARTICLE.test(surface));

export function sequenceStems(text: string): StemSequence {
  const stems = tokensOf(text).map((token) => token.stem);
  const positions = new Map<string, number[]>();
  stems.forEach((stem, at) => {
    const list = positions.get(stem);
    if (list) list.push(at);
    else positions.set(stem, [at]);
  });
  return { stems, positions };
}

/**
 * Whether the phrase stands in the text, its words side by side and in order. "Non-small cell" does not hold "small cell".
 */
export function holdsPhrase({ stems, positions }: StemSequence, phrase: readonly string[]): boolean {
  const [first] = phrase;
  const starts = first === undefined ? undefined : positions.get(first);
  if (starts === undefined) return false;
  return starts.some((at) => stems[at - 1] !== 'non' && phrase.every((stem, i) => stems[at + i] === stem));
}
