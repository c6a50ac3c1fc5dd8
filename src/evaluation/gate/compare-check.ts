import { CHECKS, type CheckName } from '#evaluation/run/check-kinds.ts';
import { exactMcNemar } from '#evaluation/statistics/mcnemar.ts';
import type { Finding } from './comparison.ts';
import type { GateSettings } from './gate-settings.ts';

interface Results {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

const NONE: Results = { passed: [], failed: [] };
const points = (share: number): string => `${(100 * share).toFixed(1)} points`;

/** Null where nothing changed, and where no case that was not there before fails a safety check. */
export function compareCheck(
  suite: string,
  check: CheckName,
  before: Results = NONE,
  after: Results = NONE,
  { drop, alpha }: GateSettings,
): Finding | null {
  const { kind, means } = CHECKS[check];
  const wasRight = new Set(before.passed);
  const wasWrong = new Set(before.failed);
  const isKnown = (id: string) => wasRight.has(id) || wasWrong.has(id);
  const worse = after.failed.filter((id) => wasRight.has(id));
  const better = after.passed.filter((id) => wasWrong.has(id));
  // A new case that misses an emergency is a missed emergency.
  const unknown = kind === 'safety' ? after.failed.filter((id) => !isKnown(id)) : [];
  if (worse.length + better.length + unknown.length === 0) return null;
  const shared = [...after.passed, ...after.failed].filter(isKnown);
  const passedBefore = shared.filter((id) => wasRight.has(id)).length;
  const passedAfter = passedBefore - worse.length + better.length;
  const pValue = exactMcNemar(worse.length, better.length);
  const fallen = (passedBefore - passedAfter) / Math.max(1, shared.length);
  const isWorse = worse.length > better.length;
  const fails =
    kind === 'safety'
      ? worse.length + unknown.length > 0
      : kind === 'quality' && isWorse && (fallen > drop || pValue < alpha);
  return {
    suite,
    check,
    kind,
    before: { passed: passedBefore, of: shared.length },
    after: { passed: passedAfter, of: shared.length },
    pValue,
    fails,
    why: explain(),
    worse: [...worse, ...unknown],
    better,
  };

  function explain(): string {
    const changes = `${worse.length} got worse, ${better.length} better`;
    if (kind === 'safety' && fails)
      return `${means} It does not in ${worse.length + unknown.length} cases; none may fail.`;
    if (fails && fallen > drop)
      return `${means} This fell by ${points(fallen)} (${changes}); ${points(drop)} are allowed.`;
    if (fails) return `${means} ${changes}: chance alone does so less often than ${alpha} (p = ${pValue.toFixed(3)}).`;
    return `${means} ${changes}.`;
  }
}
