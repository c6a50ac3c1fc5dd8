import { isTelling } from './carriage.ts';
import { CARRIED, type Comparison } from './comparison.ts';
import type { ClaimRejection } from './rejection.ts';
import { isSpokenOf, scopeOf } from './scope-of.ts';
import { hitsOf } from './statement.ts';

/** Whether a claim that says something in words of its own is mainly about the sentence of the quotes in which `at` stands. */
function isMainly({ claim, evidence, carried, soft }: Comparison, at: number): boolean {
  const telling = claim.words.flatMap((word, i) => (isTelling(word, soft) ? [i] : []));
  const own = telling.filter((i) => (carried[i] ?? 0) < CARRIED);
  if (own.length === 0) return false;
  const inSentence = evidence.words.flatMap((word, i) =>
    evidence.sentences[i] === evidence.sentences[at] ? [{ stem: word.stem, ids: evidence.idsAt[i] ?? [] }] : [],
  );
  const shared = telling.filter((i) =>
    inSentence.some(({ stem, ids }) => stem === claim.words[i]?.stem || ids.some((id) => claim.idsAt[i]?.includes(id))),
  );
  return shared.length >= telling.length / 2;
}

/** A claim is as certain as its quotes, or less. */
export function checkCertainty(comparison: Comparison): ClaimRejection | null {
  const { claim, evidence, taken, soft, rules } = comparison;
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
      if (isSpokenOf(scopeOf(evidence, from, to, soft), taken) || isMainly(comparison, from)) return 'certainty';
    }
  }
  return null;
}
