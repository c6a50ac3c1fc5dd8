import type { Comparison } from './comparison.ts';
import type { ClaimRejection } from './rejection.ts';
import { isSpokenOf, scopeOf } from './scope-of.ts';
import { hitsOf } from './statement.ts';

/** A claim is as certain as its quotes, or less. */
export function checkCertainty({ claim, evidence, taken, soft, rules }: Comparison): ClaimRejection | null {
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
      if (isSpokenOf(scopeOf(evidence, from, to, soft), taken)) return 'certainty';
    }
  }
  return null;
}
