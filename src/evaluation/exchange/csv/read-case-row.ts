import { type EvalCase, evalCaseSchema } from '#evaluation/eval-case.ts';
import type { CaseColumn, CaseRow } from './case-row.ts';
import { readFacts, readLines, splitLines, splitParts } from './cell-lists.ts';
import { readNullable, readOptional, readText } from './cell-text.ts';

export interface CellProblem {
  readonly column: CaseColumn;
  readonly problem: string;
}

export type ReadRow =
  | { readonly item: EvalCase; readonly problems: readonly [] }
  | { readonly item: null; readonly problems: readonly CellProblem[] };

/** Where a field of the schema stands in the table. */
function columnOf(path: readonly PropertyKey[]): CaseColumn {
  const [first, second] = path;
  if (first === 'expected' || first === 'facts') return second as CaseColumn;
  if (first === 'tooMuch') return 'too_much';
  if (first === 'roles') return second === 'caveat' ? 'caveat' : 'other_source';
  return first as CaseColumn;
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The case that the cells of a row stand for, or every cell that is not as it must be. */
export function readCaseRow(row: CaseRow): ReadRow {
  const problems: CellProblem[] = [];
  const told = (column: CaseColumn, problem: string) => problems.push({ column, problem });

  const parts = (column: CaseColumn, line: string, names: string, least: number, most = least): string[] => {
    const found = splitParts(line);
    if (found.length < least || found.length > most) told(column, `a line is "${names}", with bars between`);
    return found;
  };
  const yesNo = (column: CaseColumn, cell: string): boolean | undefined => {
    const said = cell.trim().toLowerCase();
    if (said !== '' && said !== 'yes' && said !== 'no') told(column, 'yes, no or empty');
    return said === '' ? undefined : said === 'yes';
  };
  const list = <Item>(column: CaseColumn, read: (line: string) => Item): Item[] | undefined => {
    const cell = row[column].trim();
    if (cell === 'none') return [];
    return cell === '' ? undefined : splitLines(cell).map(read);
  };
  const place = ([document = '', heading = '', contains = '']: readonly string[]) => ({
    document: readText(document),
    heading: readText(heading),
    contains: readText(contains),
  });

  const roles = present({
    caveat: yesNo('caveat', row.caveat),
    other_source: yesNo('other_source', row.other_source),
  });
  const read = evalCaseSchema.safeParse(
    present({
      id: readText(row.id),
      turns: readLines(row.turns),
      expected: present({
        outcome: readText(row.outcome),
        reason: readNullable(row.reason),
        level: readOptional(row.level),
      }),
      facts: { required: readFacts(row.required), forbidden: readFacts(row.forbidden) },
      support: splitLines(row.support).map((line) =>
        place(parts('support', line, 'document | heading | words of the passage', 3)),
      ),
      graded: list('graded', (line) => {
        const [grade = '', ...rest] = parts('graded', line, 'grade | document | heading | words of the passage', 4);
        return { ...place(rest), grade: Number(readText(grade)) };
      }),
      draft: list('draft', (line) => {
        const names = 'supported yes or no | fault | document | sentence | quote | quote…';
        const [supported = '', fault = '', document = '', text = '', ...quotes] = parts('draft', line, names, 5, 99);
        return {
          text: readText(text),
          quotes: quotes.map(readText),
          document: readText(document),
          supported: yesNo('draft', supported) ?? false,
          fault: readNullable(fault),
        };
      }),
      premise: readOptional(row.premise),
      roles: Object.keys(roles).length === 0 ? undefined : roles,
      tooMuch: yesNo('too_much', row.too_much),
      lure: readOptional(row.lure),
      tags: readLines(row.tags),
      author: readText(row.author),
      reviewer: readNullable(row.reviewer),
      date: readText(row.date),
      split: readText(row.split),
    }),
  );
  if (!read.success) for (const issue of read.error.issues) told(columnOf(issue.path), issue.message);
  return read.success && problems.length === 0 ? { item: read.data, problems: [] } : { item: null, problems };
}
