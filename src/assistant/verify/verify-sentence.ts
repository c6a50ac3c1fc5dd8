import { plainText } from '#knowledge/passages/plain-text.ts';

/** What a sentence stands on, as it stands in the document. */
export interface SentenceEvidence {
  readonly quotes: readonly string[];
  /** The heading right above, which may introduce values. */
  readonly heading: string | null;
  /** Column names, when the quote is a table row. */
  readonly columns: readonly string[] | null;
}

export type Rejection = 'no_quote' | 'not_verbatim' | 'not_this_row';

const normal = plainText;
const withoutStop = (text: string): string => text.replace(/[.\s]+$/u, '');

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => normal(cell.replace(/\\\|/gu, '|')));
}

/** "Row — Column: cell; Column: cell.": each cell under its own column, in the order of the table. */
function saysRow(text: string, row: string, columns: readonly string[]): boolean {
  const cells = cellsOf(row);
  const opening = `${cells[0]} — `;
  if (cells.length !== columns.length || !text.startsWith(opening)) return false;
  let rest = text.slice(opening.length);
  let said = 0;
  for (let i = 1; i < columns.length && rest !== ''; i += 1) {
    const part = `${normal(columns[i] ?? '')}: ${cells[i]}`;
    if (cells[i] === '' || !rest.startsWith(part)) continue;
    said += 1;
    rest = rest.slice(part.length).replace(/^; /u, '');
  }
  return said > 0 && (rest === '' || rest === '.');
}

/**
 * Whether an extractive sentence says exactly its quotes: one verbatim, several joined under their heading, or the cells
 * of one table row under their own columns. Marks of Markdown do not count. Null when it holds.
 */
export function verifySentence(sentence: string, evidence: SentenceEvidence): Rejection | null {
  const text = normal(sentence);
  const [quote] = evidence.quotes;
  if (quote === undefined || text === '') return 'no_quote';
  if (evidence.columns) return saysRow(text, quote, evidence.columns) ? null : 'not_this_row';
  const body = withoutStop(evidence.quotes.map(normal).join('; '));
  const allowed = [body, ...(evidence.heading === null ? [] : [`${normal(evidence.heading)} — ${body}`])];
  const said = withoutStop(text);
  // A quote that begins inside a sentence is said with a capital: nothing but the first letter's case may differ.
  const capital = (one: string) => one.charAt(0).toUpperCase() + one.slice(1);
  return allowed.includes(said) || allowed.map(capital).includes(said) ? null : 'not_verbatim';
}
