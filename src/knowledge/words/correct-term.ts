import { editDistance } from './edit-distance.ts';

export interface Correction {
  readonly term: string;
  readonly edits: number;
}

const maxCandidates = 3;

/** Edits a term of this length may be away: shorter words have too many neighbours to guess from. */
function allowedEdits(term: string): number {
  if (term.length >= 8) return 2;
  return term.length >= 4 ? 1 : 0;
}

/** Finds what an unknown term was probably meant to be; fewest edits first, then the most frequent. */
export function createTermCorrector(
  known: Iterable<string>,
  frequency: (term: string) => number,
): (term: string) => Correction[] {
  const words = [...new Set(known)].filter((term) => term.length >= 3 && /^\p{L}+$/u.test(term));
  const signatures = Uint32Array.from(words, letterSet);

  return (term) => {
    const limit = allowedEdits(term);
    if (limit === 0 || !/^\p{L}+$/u.test(term)) return [];
    const wanted = letterSet(term);
    const found: Correction[] = [];
    for (const [at, word] of words.entries()) {
      if (Math.abs(word.length - term.length) > limit) continue;
      // One edit changes the set of letters by two at most.
      if (countBits((signatures[at] ?? 0) ^ wanted) > 2 * limit) continue;
      const edits = editDistance(term, word, limit);
      if (edits <= limit) found.push({ term: word, edits });
    }
    found.sort((a, b) => a.edits - b.edits || frequency(b.term) - frequency(a.term) || (a.term < b.term ? -1 : 1));
    const fewest = found[0]?.edits;
    return found.filter(({ edits }) => edits === fewest).slice(0, maxCandidates);
  };
}

/** One bit for each letter of a word, modulo 32. */
function letterSet(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits >>> 0;
}

function countBits(value: number): number {
  let bits = value;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
