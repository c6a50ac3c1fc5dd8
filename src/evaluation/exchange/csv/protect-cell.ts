/**
 * A cell that begins like this is a formula to a spreadsheet, and can run one (OWASP, "CSV Injection"); the wide forms are
 * taken for the narrow ones in some locales. Cells that were neutralised already count too, so that undoing is exact.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const NEUTRALISED = /^'+[=+\-@\t\r\n＝＋－＠]/u;

/** What a spreadsheet takes for a number, a date, a share or a truth value, and writes back in its own way. */
const VALUE =
  /^(?:[+(£€$ .,:/-]*\d[\d .,:/-]*[)%£€$ ]*|\d+(?:\.\d+)?e[+-]?\d+|true|false|\d{0,4}[ ./-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ ./-]*\d{0,4})$/iu;

/**
 * A cell that a spreadsheet shows and keeps as it is: a number or date becomes a JSON string, which `readText` reads, and
 * what would be calculated gets an apostrophe, which `restoreCell` takes away again.
 */
export function protectCell(cell: string): string {
  if (VALUE.test(cell)) return JSON.stringify(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

export const restoreCell = (cell: string): string => (NEUTRALISED.test(cell) ? cell.slice(1) : cell);
