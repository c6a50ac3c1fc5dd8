import type { Statement } from './statement.ts';

/** Words and meanings around a place, each with how near it stands: 1 right beside it. */
export type Context = ReadonlyMap<string, number>;

const REACH = 8;
/** What stands behind one of these is of the next in the list. */
const JOINTS = new Set(['and', 'or']);
const BEHIND_JOINT = 0.5;

/** What stands around the words `from` to `to` in their clause; `beyond`: how much the rest of the sentence counts. */
export function contextOf(statement: Statement, from: number, to: number, beyond = 0.3): Context {
  const found = new Map<string, number>();
  const clause = statement.clauses[from];
  for (const direction of [-1, 1]) {
    let joint = 1;
    for (let step = 1; step <= REACH; step += 1) {
      const at = direction < 0 ? from - step : to - 1 + step;
      const word = statement.words[at];
      if (word === undefined) break;
      if (JOINTS.has(word.stem)) joint *= BEHIND_JOINT;
      const near = (joint * (statement.clauses[at] === clause ? 1 : beyond)) / Math.sqrt(step);
      const names = [word.stem, ...(statement.idsAt[at] ?? []).filter((id) => id !== 'denial')];
      for (const name of names) found.set(name, Math.max(found.get(name) ?? 0, near));
    }
  }
  return found;
}

/** How much two contexts share. `without`: what is compared itself, which tells nothing. */
export function shared(a: Context, b: Context, without: ReadonlySet<string>): number {
  let sum = 0;
  for (const [name, near] of a) if (!without.has(name)) sum += Math.min(near, b.get(name) ?? 0);
  return sum;
}
