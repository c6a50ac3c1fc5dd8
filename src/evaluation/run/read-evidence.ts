import type { EvalCitation } from './eval-reply.ts';
import type { EvalPassage, EvalTarget } from './eval-target.ts';

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.trim());

/** The first line of the table that holds an offset of a Markdown text; null where none does. */
function headerAbove(text: string, offset: number): string | null {
  const lines = text.slice(0, offset).split('\n');
  // The line that holds the offset itself is empty or begun.
  const above = lines.slice(0, -1);
  const first = above.findLastIndex((line) => !line.trimStart().startsWith('|')) + 1;
  return above[first]?.trimStart().startsWith('|') ? (above[first] ?? null) : null;
}

/** "Column: cell" for each cell of a row: what a row says is said by its column's name too. */
function readRow(row: string, header: string): string[] {
  const [names, cells] = [cellsOf(header), cellsOf(row)];
  return cells.map((cell, at) => (at === 0 || !names[at] ? cell : `${names[at]}: ${cell}`));
}

export type EvidenceTarget = Pick<EvalTarget, 'passage' | 'documentText'>;

const headingsOf = ({ title, section }: EvalPassage): string[] => [title, ...(section?.split(' > ') ?? [])];

/**
 * What a citation leads a reader to: title, headings and the quoted words; of a table row, its cells under their columns. Null
 * where it leads nowhere.
 */
export async function readEvidence(
  { passageId, documentId, documentVersion, quote, start }: EvalCitation,
  target: EvidenceTarget,
): Promise<readonly string[] | null> {
  const passage = await target.passage(passageId);
  if (passage === null) return null;
  const text = quote.trimStart().startsWith('|') ? await target.documentText(documentId, documentVersion) : null;
  const header = text === null ? null : headerAbove(text, start);
  return [...headingsOf(passage), ...(header === null ? [quote] : readRow(quote, header))];
}

/** The same of a whole passage. */
export const passageEvidence = (passage: EvalPassage): readonly string[] => [...headingsOf(passage), passage.text];
