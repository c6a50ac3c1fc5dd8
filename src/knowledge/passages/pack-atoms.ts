import type { EvidenceUnit } from '#domain/passage.ts';
import { countWords } from './count-words.ts';
import type { Span } from './span.ts';

/** What should stay together: a paragraph or a list item, with the sentences in it. */
export interface Atom extends Span {
  readonly units: readonly EvidenceUnit[];
}

/** Neighbours put together up to `maxWords`; an atom that is longer by itself is cut between its sentences. */
export function packAtoms(atoms: readonly Atom[], maxWords: number): Atom[] {
  const packed: Atom[] = [];
  let open: Atom | null = null;
  let openWords = 0;
  for (const atom of atoms) {
    const words = countUnitWords(atom.units);
    if (open !== null && openWords + words <= maxWords) {
      open = joinAtoms(open, atom);
      openWords += words;
      continue;
    }
    if (open !== null) packed.push(open);
    open = words > maxWords ? null : atom;
    openWords = words;
    if (open === null) packed.push(...cutAtom(atom, Math.ceil(words / maxWords)));
  }
  return open === null ? packed : [...packed, open];
}

export function countUnitWords(units: readonly EvidenceUnit[]): number {
  return units.reduce((sum, unit) => sum + countWords(unit.text), 0);
}

export function joinAtoms(first: Atom, second: Atom): Atom {
  return { start: first.start, end: second.end, units: [...first.units, ...second.units] };
}

/** Pieces of about the same length, so that no last sentence is left alone. */
function cutAtom(atom: Atom, pieces: number): Atom[] {
  const total = countUnitWords(atom.units);
  const groups = new Map<number, EvidenceUnit[]>();
  let before = 0;
  for (const unit of atom.units) {
    const words = countWords(unit.text);
    const piece = Math.floor(((before + words / 2) * pieces) / total);
    groups.set(piece, [...(groups.get(piece) ?? []), unit]);
    before += words;
  }
  return [...groups.values()].map((units, index, { length }) => ({
    start: index === 0 ? atom.start : (units[0]?.start ?? atom.start),
    end: index === length - 1 ? atom.end : (units.at(-1)?.end ?? atom.end),
    units,
  }));
}
