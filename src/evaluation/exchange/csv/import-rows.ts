import type { EvalCase } from '#evaluation/eval-case.ts';
import { questionKey } from '#evaluation/question-key.ts';
import { BadTable, type TableProblem } from './bad-table.ts';
import { type CaseRow, writeCaseRow } from './case-row.ts';
import { readText } from './cell-text.ts';
import type { TableRow } from './parse-suite-csv.ts';
import { readCaseRow } from './read-case-row.ts';

export interface ImportOptions {
  /** Of cases whose row names nobody, and of every accepted proposal. */
  readonly author: string | null;
  /** ISO date of new cases whose row says none. */
  readonly today: string;
  /** Whether cases that have no row are removed. */
  readonly replace: boolean;
}

export interface Imported {
  /** The suite as it is to be: old cases in their order, new ones after them. */
  readonly cases: readonly EvalCase[];
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly notAccepted: number;
  /** Accepted proposals that ask what another case asks already. */
  readonly duplicates: ReadonlyArray<{ readonly row: number; readonly id: string }>;
}

function newRow({ author, today }: ImportOptions): CaseRow {
  const empty = { id: '', turns: '', outcome: '', reason: '', level: '', required: '', forbidden: '', support: '' };
  const more = { premise: '', caveat: '', other_source: '', too_much: '', lure: '', graded: '', draft: '' };
  return { ...empty, ...more, tags: '', reviewer: '', author: author ?? '', date: today, split: 'dev' };
}

/** Empty cells of these say "as it was", or the default of a new case: no case is without them. */
const KEPT_WHEN_EMPTY = ['author', 'date', 'split'] as const;

/**
 * The suite with the rows of a table in it. A row changes the case of its id, in the columns that the table has, or adds
 * one. In a table with a column `accept` only rows that say yes count. All rows are right, or `BadTable` names every wrong one.
 */
export function importRows(existing: readonly EvalCase[], rows: readonly TableRow[], options: ImportOptions): Imported {
  const problems: TableProblem[] = [];
  const duplicates: Imported['duplicates'][number][] = [];
  const known = new Map(existing.map((item) => [item.id, item]));
  const asked = new Map(existing.map((item) => [questionKey(item.turns), item.id]));
  const read = new Map<string, EvalCase>();
  const rowOf = new Map<string, number>();
  let notAccepted = 0;

  for (const { row, cells, accept } of rows) {
    const said = accept?.trim().toLowerCase();
    if (said !== undefined && !['yes', 'no', ''].includes(said))
      problems.push({ row, column: 'accept', problem: 'yes, no or empty' });
    if (said !== undefined && said !== 'yes') {
      notAccepted += 1;
      continue;
    }
    const before = known.get(readText(cells.id ?? ''));
    const base = before ? writeCaseRow(before) : newRow(options);
    const kept = KEPT_WHEN_EMPTY.filter((column) => (cells[column] ?? '').trim() === '');
    const whole = { ...base, ...cells, ...Object.fromEntries(kept.map((column) => [column, base[column]])) };
    const found = readCaseRow(said === undefined ? whole : { ...whole, author: options.author ?? '' });
    problems.push(...found.problems.map((problem) => ({ row, ...problem })));
    if (found.item === null) continue;
    const { item } = found;
    if (item.author === '') problems.push({ row, column: 'author', problem: 'is empty: say --author NAME' });
    const first = rowOf.get(item.id);
    if (first !== undefined) problems.push({ row, column: 'id', problem: `${item.id} stands in row ${first} already` });
    rowOf.set(item.id, row);
    const twin = asked.get(questionKey(item.turns));
    if (said === 'yes' && twin !== undefined && twin !== item.id) duplicates.push({ row, id: twin });
    else {
      read.set(item.id, item);
      asked.set(questionKey(item.turns), item.id);
    }
  }
  if (problems.length > 0) throw new BadTable(problems);
  const left = options.replace ? existing.filter(({ id }) => read.has(id)) : existing;
  const fresh = [...read.values()].filter(({ id }) => !known.has(id));
  return {
    cases: [...left.map((item) => read.get(item.id) ?? item), ...fresh],
    added: fresh.length,
    updated: [...read.values()].filter((item) => isChanged(known.get(item.id), item)).length,
    removed: existing.length - left.length,
    notAccepted,
    duplicates,
  };
}

function isChanged(before: EvalCase | undefined, now: EvalCase): boolean {
  if (before === undefined) return false;
  const [old, row] = [writeCaseRow(before), writeCaseRow(now)];
  return Object.entries(old).some(([column, cell]) => row[column as keyof CaseRow] !== cell);
}
