import { isEscalation } from './describe-class.ts';
import { indexRecords } from './find-record.ts';
import { listFlips } from './list-flips.ts';
import type { ReportInput } from './report-input.ts';
import { sayCases, sayOutcome } from './say-class.ts';

/** Cases with the same outcome expected that came out as one class before and as another now. */
export interface MoveWords {
  readonly expected: string;
  readonly from: string;
  readonly to: string;
  readonly cases: number;
  readonly direction: 'worse' | 'better' | 'even';
  /** Of emergencies, crises and urgent signs: told however few they are. */
  readonly isAlarm: boolean;
  /** "56 questions that the guides do not answer were declined and are now answered." */
  readonly text: string;
}

const keyOf = (suite: string, id: string): string => `${suite}/${id}`;

/** Moves in words, those that got worse first, each side with alarms and then the most cases first. */
export function listMoveWords({ run, comparison }: Pick<ReportInput, 'run' | 'comparison'>): MoveWords[] {
  if (comparison === null) return [];
  const { worse, better } = listFlips(comparison);
  const [isWorse, isBetter] = [worse, better].map((flips) => new Set(flips.map(({ suite, id }) => keyOf(suite, id))));
  const find = indexRecords(run);
  const groups = new Map<string, { expected: string; from: string; to: string; keys: string[] }>();
  for (const { from, to, cases } of comparison.moves)
    for (const key of cases) {
      const [suite = '', ...rest] = key.split('/');
      const expected = find(suite, rest.join('/'))?.expected ?? '';
      const name = JSON.stringify([expected, from, to]);
      const group = groups.get(name) ?? { expected, from, to, keys: [] };
      groups.set(name, group);
      group.keys.push(key);
    }
  return [...groups.values()]
    .map(({ expected, from, to, keys }): MoveWords => {
      const half = keys.length / 2;
      const direction =
        keys.filter((key) => isWorse?.has(key)).length > half
          ? 'worse'
          : keys.filter((key) => isBetter?.has(key)).length > half
            ? 'better'
            : 'even';
      const [was, is] = keys.length === 1 ? ['was', 'is'] : ['were', 'are'];
      const text = `${sayCases(expected, keys.length)} ${was} ${sayOutcome(from, expected)} and ${is} now ${sayOutcome(to, expected)}.`;
      return { expected, from, to, cases: keys.length, direction, isAlarm: isEscalation(expected), text };
    })
    .sort(compareMoves);
}

const rank = { worse: 0, even: 1, better: 2 } as const;

const compareMoves = (a: MoveWords, b: MoveWords): number =>
  rank[a.direction] - rank[b.direction] ||
  Number(b.isAlarm) - Number(a.isAlarm) ||
  b.cases - a.cases ||
  (a.text < b.text ? -1 : 1);

/** The `most` biggest of the moves, alarms before all, in the order of the list. */
export function biggestMoves(moves: readonly MoveWords[], most: number): MoveWords[] {
  const bySize = [...moves].sort((a, b) => Number(b.isAlarm) - Number(a.isAlarm) || b.cases - a.cases);
  return bySize.slice(0, most).sort(compareMoves);
}
