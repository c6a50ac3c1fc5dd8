import type { Statement } from './statement.ts';

/** Words and meanings around a place, each with how near it stands: 1 right beside it. */
export type Context = ReadonlyMap<string, number>;

const REACH = 8;
/** What stands behind one of these is of the next in the list. */
const JOINTS = new Set(['and', 'or']);
const BEHIND_JOINT = 0.5;
const BEYOND_CLAUSE = 0.3;

const remembered = new WeakMap<Statement, Map<string, Context>>();

/** Pure; remembers a statement's contexts for as long as the statement is. */
export function contextOf(statement: Statement, from: number, to: number): Context {
  const known = remembered.get(statement) ?? new Map<string, Context>();
  remembered.set(statement, known);
  const key = `${from} ${to}`;
  const context = known.get(key) ?? readContext(statement, from, to);
  known.set(key, context);
  return context;
}

/** What stands around the words `from` to `to` in their clause, and less so beyond. */
function readContext(statement: Statement, from: number, to: number): Context {
  const found = new Map<string, number>();
  const clause = statement.clauses[from];
  for (const direction of [-1, 1]) {
    let joint = 1;
    for (let step = 1; step <= REACH; step += 1) {
      const at = direction < 0 ? from - step : to - 1 + step;
      const word = statement.words[at];
      if (word === undefined) break;
      if (JOINTS.has(word.stem)) joint *= BEHIND_JOINT;
      const near = (joint * (statement.clauses[at] === clause ? 1 : BEYOND_CLAUSE)) / Math.sqrt(step);
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

/** How much better a context fits one than another; what both share does not count. Above 0 where the one fits better. */
export function preference(of: Context, one: Context, other: Context, without: ReadonlySet<string>): number {
  let sum = 0;
  for (const [name, near] of of) if (!without.has(name)) sum += near * ((one.get(name) ?? 0) - (other.get(name) ?? 0));
  return sum;
}
