import { joinCompounds } from './join-compounds.ts';
import { tokenise } from './tokenise.ts';

/** What a text is indexed by: stems of its words without stop words, and hyphenated words also joined. */
export function listTerms(text: string): string[] {
  const tokens = tokenise(text);
  const terms = tokens.filter((token) => !token.isStop).map((token) => token.stem);
  for (const compound of joinCompounds(tokens)) terms.push(compound.stem);
  return terms;
}
