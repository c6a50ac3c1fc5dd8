import { readText, writeText } from './cell-text.ts';

/** One part: a JSON string, or anything up to the next bar. */
const PART = /\s*("(?:[^"\\]|\\.)*"(?=\s*(?:\||$))|[^|]*)\s*(\||$)/suy;

/** Parts of one line, with bars between them. */
export const writeParts = (parts: readonly string[]): string => parts.join(' | ');

/** The parts of a line as they stand, not yet read as texts. */
export function splitParts(line: string): string[] {
  const parts: string[] = [];
  PART.lastIndex = 0;
  for (let found = PART.exec(line); found !== null; found = PART.exec(line)) {
    parts.push((found[1] ?? '').trim());
    if (found[2] !== '|') break;
  }
  return parts;
}

/** The lines of a cell that hold something, however the spreadsheet ends them. */
export const splitLines = (cell: string): string[] => cell.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== '');

/** One text a line. */
export const writeLines = (texts: readonly string[]): string => texts.map(writeText).join('\n');
export const readLines = (cell: string): string[] => splitLines(cell).map(readText);

/** One fact a line, its accepted forms with bars between them. */
export const writeFacts = (facts: ReadonlyArray<readonly string[]>): string =>
  facts.map((forms) => writeParts(forms.map(writeText))).join('\n');
export const readFacts = (cell: string): string[][] =>
  splitLines(cell).map((line) => splitParts(line).map((form) => readText(form)));
