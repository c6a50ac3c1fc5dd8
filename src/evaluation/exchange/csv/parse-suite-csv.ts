import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { BadTable } from './bad-table.ts';
import { CASE_COLUMNS, type CaseColumn } from './case-row.ts';
import { restoreCell } from './protect-cell.ts';

export interface TableRow {
  /** As the spreadsheet counts: the head is row 1. */
  readonly row: number;
  /** Only of the columns that the file has. */
  readonly cells: Readonly<Partial<Record<CaseColumn, string>>>;
  /** Null where the file has no column `accept`. */
  readonly accept: string | null;
}

const records = z.array(z.array(z.string()));

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BadTable([{ row: null, column: null, problem: 'is not UTF-8: save it as "CSV UTF-8"' }], { cause });
  }
}

/** Spreadsheets of many countries write semicolons. No name of a column holds any of these. */
const separatorOf = (text: string): string => /[,;\t]/u.exec(text.split(/[\r\n]/u, 1)[0] ?? '')?.[0] ?? ',';

function readRecords(text: string): string[][] {
  try {
    const options = { delimiter: separatorOf(text), relax_column_count: true, skip_empty_lines: false };
    return records.parse(parse(text, options));
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : 'cannot be read';
    throw new BadTable([{ row: null, column: null, problem: `is no CSV: ${problem}` }], { cause });
  }
}

function readHead(head: readonly string[]): Array<CaseColumn | 'accept' | null> {
  const names = head.map((name) => name.trim().toLowerCase());
  const known = (name: string): name is CaseColumn | 'accept' =>
    name === 'accept' || (CASE_COLUMNS as readonly string[]).includes(name);
  const problems = names.flatMap((name, at) => {
    if (name !== '' && !known(name)) return [{ row: 1, column: name, problem: 'there is no such column' }];
    return name !== '' && names.indexOf(name) < at ? [{ row: 1, column: name, problem: 'stands twice' }] : [];
  });
  if (!names.includes('id')) problems.push({ row: 1, column: 'id', problem: 'is missing' });
  if (problems.length > 0) throw new BadTable(problems);
  return names.map((name) => (known(name) ? name : null));
}

/** The rows of a suite's table, empty ones left out, not yet read as cases. Throws `BadTable`. */
export function parseSuiteCsv(bytes: Uint8Array): TableRow[] {
  const [head = [], ...body] = readRecords(decode(bytes));
  const columns = readHead(head);
  return body.flatMap((record, at) => {
    if (record.every((cell) => cell.trim() === '')) return [];
    const beyond = record.findIndex((cell, i) => (columns[i] ?? null) === null && cell.trim() !== '');
    const row = at + 2;
    if (beyond >= 0) throw new BadTable([{ row, column: null, problem: `cell ${beyond + 1} stands under no column` }]);
    const cells = Object.fromEntries(
      columns.flatMap((name, i) => (name ? [[name, restoreCell(record[i] ?? '')]] : [])),
    );
    const { accept = null, ...rest } = cells;
    return [{ row, cells: rest, accept }];
  });
}
