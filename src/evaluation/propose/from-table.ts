import type { Passage } from '#domain/passage.ts';
import type { Proposal } from './proposal.ts';
import type { InSentence } from './word-case.ts';

/** Heads of a first column whose rows are properties; the other columns are then the things compared. */
const PROPERTIES =
  /^(?:parameter|feature|aspect|criterion|criteria|characteristic|factor|property|properties|attribute|dimension|measure|outcome|endpoint|item|topic|category|domain)s?$/iu;

/** The beginning of a long cell, up to where it starts to explain, if that says something by itself. */
function headOf(cell: string): string {
  const head = cell.split(/\s+[—–]\s+|[;(]/u, 1)[0]?.trim() ?? '';
  return /\d/u.test(head) || head.split(/\s+/u).length > 1 ? head : cell;
}

/** "What is the <column> of <row>?" for each cell of a table's row that says something. */
export function proposeFromTable(passage: Passage, inSentence: InSentence): Proposal[] {
  if (passage.table === null) return [];
  const { columns, cells } = passage.table;
  const row = cells[0] ?? '';
  if (row === '' || columns.every((column, at) => column === cells[at])) return [];
  return cells.slice(1).flatMap((cell, at): Proposal[] => {
    const column = columns[at + 1] ?? '';
    if (column === '' || !/[\p{L}\p{N}]/u.test(cell)) return [];
    const [property, thing] = PROPERTIES.test(columns[0] ?? '') ? [row, column] : [column, row];
    const question = `What is the ${inSentence(property)} of ${thing}?`;
    return [{ question, fact: [headOf(cell)], passage, words: passage.text, from: 'table' }];
  });
}
