import { isTelling } from './carriage.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimRejection } from './rejection.ts';

/** Least share of the telling words that the quotes carry: of the whole claim, and of each clause of some length;
 * `run`: how many of them in a row the quotes may know nothing of. */
export const COVERAGE = { claim: 0.55, clause: 0.2, clauseWords: 2, run: 2 };

const FEW = 3;

/** The words that say something are the quotes' own or mean the same. */
export function checkWords({ claim, carried, soft }: Comparison): ClaimRejection | null {
  // Quantities are checked by themselves.
  const tells = (at: number): boolean => {
    const word = claim.words[at];
    return word !== undefined && !claim.inQuantity[at] && isTelling(word, soft);
  };
  const byClause = new Map<number, number[]>();
  claim.words.forEach((_, at) => {
    if (!tells(at)) return;
    const clause = claim.clauses[at] ?? 0;
    byClause.set(clause, [...(byClause.get(clause) ?? []), carried[at] ?? 0]);
  });
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const all = [...byClause.values()].flat();
  if (all.length < FEW) {
    // Too little to go by: what is usually passed over counts too.
    const every = claim.words.flatMap(({ isStop }, at) => (isStop || claim.inQuantity[at] ? [] : [carried[at] ?? 0]));
    if (every.length > 0 && mean(every) < COVERAGE.claim) return 'words';
  }
  if (all.length > 0 && mean(all) < COVERAGE.claim) return 'words';
  let run = 0;
  for (const at of claim.words.keys()) {
    if (!tells(at)) continue;
    run = (carried[at] ?? 0) > 0 ? 0 : run + 1;
    if (run > COVERAGE.run) return 'words';
  }
  const clauses = [...byClause.values()].filter((list) => list.length >= COVERAGE.clauseWords);
  return clauses.some((list) => mean(list) < COVERAGE.clause) ? 'words' : null;
}
