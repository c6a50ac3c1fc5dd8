import { type Carriage, isTelling } from './carriage.ts';
import { CARRIED } from './comparison.ts';
import type { Statement } from './statement.ts';

/** How many telling words a denial or a hedge reaches. */
const REACH = 5;

/**
 * Places of the words that a denial or a hedge from `from` to `to` is about: the telling ones behind it in its clause, or,
 * where none is, before it.
 */
export function scopeOf(statement: Statement, from: number, to: number, soft: ReadonlySet<string>): number[] {
  const clause = statement.clauses[from];
  const tells = (at: number): boolean => {
    const word = statement.words[at];
    return word !== undefined && statement.clauses[at] === clause && isTelling(word, soft);
  };
  const behind: number[] = [];
  for (let at = to; at < statement.words.length && behind.length < REACH; at += 1) if (tells(at)) behind.push(at);
  if (behind.length > 0) return behind;
  const before: number[] = [];
  for (let at = from - 1; at >= 0 && before.length < REACH; at -= 1) if (tells(at)) before.push(at);
  return before;
}

/** Whether the other statement speaks of what stands in the scope: of its first word, or of most of it. */
export function isSpokenOf(scope: readonly number[], taken: Carriage): boolean {
  const [first] = scope;
  if (first === undefined) return false;
  const shared = scope.filter((at) => (taken[at] ?? 0) >= CARRIED).length;
  return shared / scope.length >= 0.6 || ((taken[first] ?? 0) >= CARRIED && shared / scope.length >= 0.4);
}
