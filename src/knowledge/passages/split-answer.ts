import { countWords } from './count-words.ts';
import { PASSAGE_MAX_WORDS } from './draft-passage.ts';
import { type Atom, countUnitWords, joinAtoms, packAtoms } from './pack-atoms.ts';

const ANSWER_MAX_WORDS = 180;

/** An answer with its question in one piece, unless it is long; the first piece begins at `start`, with the question. */
export function splitAnswer(atoms: readonly Atom[], path: readonly string[], start: number | null): Atom[] {
  const words = countWords(path.at(-1) ?? '') + atoms.reduce((sum, { units }) => sum + countUnitWords(units), 0);
  const [first, ...rest] = words <= ANSWER_MAX_WORDS ? joinAll(atoms) : packAtoms(atoms, PASSAGE_MAX_WORDS);
  return first === undefined ? [] : [{ ...first, start: start ?? first.start }, ...rest];
}

function joinAll([first, ...rest]: readonly Atom[]): Atom[] {
  return first === undefined ? [] : [rest.reduce(joinAtoms, first)];
}
