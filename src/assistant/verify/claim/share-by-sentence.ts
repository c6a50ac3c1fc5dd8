import { isTelling } from './carriage.ts';
import type { Comparison } from './comparison.ts';

/**
 * How many of the claim's telling words each sentence of the quotes holds, in the same word or meaning, by the sentence's number.
 * `without`: places in the claim that do not count.
 */
export function shareBySentence(
  { claim, evidence, soft }: Comparison,
  without: (at: number) => boolean = () => false,
): ReadonlyMap<number, number> {
  const stems = new Map<number, Set<string>>();
  const ids = new Map<number, Set<string>>();
  evidence.words.forEach(({ stem }, at) => {
    const sentence = evidence.sentences[at] ?? 0;
    stems.set(sentence, (stems.get(sentence) ?? new Set()).add(stem));
    const own = ids.get(sentence) ?? new Set();
    for (const id of evidence.idsAt[at] ?? []) if (id !== 'denial') own.add(id);
    ids.set(sentence, own);
  });
  const counts = new Map([...stems.keys()].map((sentence) => [sentence, 0]));
  claim.words.forEach((word, at) => {
    if (without(at) || !isTelling(word, soft)) return;
    for (const [sentence, count] of counts) {
      const isHeld =
        stems.get(sentence)?.has(word.stem) || (claim.idsAt[at] ?? []).some((id) => ids.get(sentence)?.has(id));
      if (isHeld) counts.set(sentence, count + 1);
    }
  });
  return counts;
}
