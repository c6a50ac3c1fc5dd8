import { stringify } from 'csv-stringify/sync';
import type { EvalCase } from '#evaluation/eval-case.ts';
import { CASE_COLUMNS, writeCaseRow } from './case-row.ts';
import { protectCell } from './protect-cell.ts';

/**
 * Cases as a table that spreadsheets open: UTF-8 with a byte order mark, CRLF, every cell in quotes. Proposals have an
 * empty column `accept` before the others.
 */
export function renderSuiteCsv(cases: readonly EvalCase[], kind: 'suite' | 'proposals' = 'suite'): string {
  const before = kind === 'proposals' ? ['accept'] : [];
  const rows = cases.map((item) => {
    const row = writeCaseRow(item);
    return [...before.map(() => ''), ...CASE_COLUMNS.map((column) => protectCell(row[column]))];
  });
  const head = [...before, ...CASE_COLUMNS];
  return stringify([head, ...rows], { bom: true, quoted: true, quoted_empty: false, record_delimiter: '\r\n' });
}
