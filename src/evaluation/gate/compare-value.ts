import { VALUES, type ValueName } from '#evaluation/run/check-kinds.ts';
import type { Finding } from './comparison.ts';
import type { GateSettings } from './gate-settings.ts';

type ById = Readonly<Record<string, number>>;

/** Differences below this are rounding. */
const SAME = 1e-3;

/** The mean of a measure over the cases that both have; null where it is the same. */
export function compareValue(
  suite: string,
  name: ValueName,
  before: ById = {},
  after: ById = {},
  { drop }: GateSettings,
): Finding | null {
  const { kind, means, better: direction } = VALUES[name];
  const sign = direction === 'higher' ? 1 : -1;
  const shared = Object.keys(after).filter((id) => before[id] !== undefined);
  const gain = (id: string) => sign * ((after[id] ?? 0) - (before[id] ?? 0));
  const worse = shared.filter((id) => gain(id) < -SAME);
  const better = shared.filter((id) => gain(id) > SAME);
  if (worse.length + better.length === 0) return null;
  const sum = (of: ById) => shared.reduce((total, id) => total + (of[id] ?? 0), 0);
  const [was, is] = [sum(before) / shared.length, sum(after) / shared.length];
  const fallen = sign * (was - is);
  const fails = kind === 'quality' && fallen > drop;
  return {
    suite,
    check: name,
    kind,
    before: { passed: sum(before), of: shared.length },
    after: { passed: sum(after), of: shared.length },
    pValue: null,
    fails,
    why: `${means} Its mean went from ${was.toFixed(3)} to ${is.toFixed(3)} (${worse.length} got worse, ${better.length} better)${fails ? `; a fall of ${drop} is allowed` : ''}.`,
    worse,
    better,
  };
}
