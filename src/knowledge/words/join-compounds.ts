import { foldWord, stemWord } from './fold-word.ts';
import type { Token } from './tokenise.ts';

/** A hyphenated word written as one. */
export interface Compound {
  readonly stem: string;
  /** Positions of its parts among the tokens: from `first` to before `last`. */
  readonly first: number;
  readonly last: number;
}

/** "CAR-T" also as "cart", "stand-alone" as "standalone". Ranges of numbers are no words and are left out. */
export function joinCompounds(tokens: readonly Token[]): Compound[] {
  const compounds: Compound[] = [];
  for (let first = 0; first < tokens.length; ) {
    let last = first + 1;
    while (tokens[last]?.joinsPrevious) last += 1;
    const joined = tokens
      .slice(first, last)
      .map((token) => foldWord(token.surface))
      .join('');
    if (last > first + 1 && /\p{L}/u.test(joined)) compounds.push({ stem: stemWord(joined), first, last });
    first = last;
  }
  return compounds;
}
