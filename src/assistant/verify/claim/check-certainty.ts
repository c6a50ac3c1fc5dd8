import { isTelling } from './carriage.ts';
import { CARRIED, type Comparison } from './comparison.ts';
import type { ClaimRejection } from './rejection.ts';
import { isSpokenOf, scopeOf } from './scope-of.ts';
import { shareBySentence } from './share-by-sentence.ts';
import { hitsOf } from './statement.ts';

/** Whether a claim that says something in words of its own is mainly about the sentence of the quotes in which `at` stands. */
function isMainly(
  { claim, evidence, carried, soft }: Comparison,
  shares: ReadonlyMap<number, number>,
  at: number,
): boolean {
  const telling = claim.words.flatMap((word, i) => (isTelling(word, soft) ? [i] : []));
  const hasOwn = telling.some((i) => (carried[i] ?? 0) < CARRIED);
  return hasOwn && (shares.get(evidence.sentences[at] ?? 0) ?? 0) >= telling.length / 2;
}

/** A claim is as certain as its quotes, or less. */
export function checkCertainty(comparison: Comparison): ClaimRejection | null {
  const { claim, evidence, taken, soft, rules } = comparison;
  const shares = shareBySentence(comparison);
  const best = Math.max(0, ...shares.values());
  const said = hitsOf(claim, 'level');
  const quoted = hitsOf(evidence, 'level');
  for (const [scale, { keep }] of rules.scales.entries()) {
    const levels = said.filter(({ meaning }) => meaning.scale === scale).map(({ meaning }) => meaning.level);
    const known = quoted.filter(({ meaning }) => meaning.scale === scale);
    const strongest = Math.min(...levels);
    const firmest = Math.min(...known.map(({ meaning }) => meaning.level));
    if (strongest === 0 && firmest > 0) return 'certainty';
    if (known.length > 0 && strongest < Math.min(firmest, keep)) return 'certainty';
    if (levels.some((level) => level >= keep)) continue;
    for (const { meaning, from, to } of known) {
      if (meaning.level < keep || levels.includes(meaning.level)) continue;
      // A sentence of which the claim takes little limits something else.
      if ((shares.get(evidence.sentences[from] ?? 0) ?? 0) < best / 2) continue;
      if (isSpokenOf(scopeOf(evidence, from, to, soft), taken) || isMainly(comparison, shares, from))
        return 'certainty';
    }
  }
  return null;
}
