import type { Baseline } from './baseline.ts';
import type { Move } from './comparison.ts';

type Suites = Baseline['suites'];

/** The class that came, by `suite/id`. */
function classesOf(suites: Suites): Map<string, string> {
  return new Map(
    Object.entries(suites).flatMap(([suite, { outcomes }]) =>
      Object.entries(outcomes).flatMap(([name, ids]) => ids.map((id): [string, string] => [`${suite}/${id}`, name])),
    ),
  );
}

/** What came out as another class than before, of the cases that both have; the most frequent move first. */
export function listMoves(before: Suites, after: Suites): Move[] {
  const known = classesOf(before);
  const moves = new Map<string, { from: string; to: string; cases: string[] }>();
  for (const [id, to] of classesOf(after)) {
    const from = known.get(id);
    if (from === undefined || from === to) continue;
    const key = `${from} ${to}`;
    const move = moves.get(key) ?? { from, to, cases: [] };
    move.cases.push(id);
    moves.set(key, move);
  }
  return [...moves.values()].sort((a, b) => b.cases.length - a.cases.length || (a.from < b.from ? -1 : 1));
}
