import type { Candidate } from '#assistant/compose/candidate.ts';
import { type Clause, readClause, splitClauses } from './clause.ts';
import type { PremiseRules } from './premise-rules.ts';

/** What a candidate states, clause by clause; each cell of a row under its own column and beside the row's name. */
export function listStatements({ text, kind, retrieved }: Candidate, rules: PremiseRules): Clause[] {
  const { table } = retrieved.passage;
  if (kind !== 'row' || !table) {
    const whole = readClause(text, rules);
    const parts = splitClauses(text, rules);
    return parts.length > 1 ? [...parts, ...(whole.hasNegation ? [] : [whole])] : [whole];
  }
  return table.columns.slice(1).flatMap((column, i) => {
    const cell = table.cells[i + 1] ?? '';
    if (cell.trim() === '') return [];
    return [readClause(`${table.cells[0]} ${column} ${cell}`, rules, { wholly: true })];
  });
}
