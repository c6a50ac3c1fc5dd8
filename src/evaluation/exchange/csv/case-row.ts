import type { EvalCase } from '#evaluation/eval-case.ts';
import { writeFacts, writeLines, writeParts } from './cell-lists.ts';
import { writeNullable, writeOptional, writeText } from './cell-text.ts';

/** Columns of a suite as a table, in their order. `accept` stands before them in a file of proposals. */
export const CASE_COLUMNS = [
  'id',
  'turns',
  'outcome',
  'reason',
  'level',
  'required',
  'forbidden',
  'support',
  'premise',
  'caveat',
  'other_source',
  'too_much',
  'lure',
  'graded',
  'draft',
  'tags',
  'author',
  'reviewer',
  'date',
  'split',
] as const;

export type CaseColumn = (typeof CASE_COLUMNS)[number];
export type CaseRow = Readonly<Record<CaseColumn, string>>;

type Place = EvalCase['support'][number];

const placeParts = ({ document, heading, contains }: Place): string[] => [document, heading, contains].map(writeText);

const yesNo = (said: boolean | undefined): string => (said === undefined ? '' : said ? 'yes' : 'no');

/** An optional list: empty for absent, `none` for a list of nothing. */
function writeList<Item>(items: readonly Item[] | undefined, partsOf: (item: Item) => string[]): string {
  if (items?.length === 0) return 'none';
  return (items ?? []).map((item) => writeParts(partsOf(item))).join('\n');
}

/** A case as the cells of one row. `readCaseRow` gives back the same case. */
export function writeCaseRow(item: EvalCase): CaseRow {
  return {
    id: writeText(item.id),
    turns: writeLines(item.turns),
    outcome: item.expected.outcome,
    reason: writeNullable(item.expected.reason),
    level: writeOptional(item.expected.level),
    required: writeFacts(item.facts.required),
    forbidden: writeFacts(item.facts.forbidden),
    support: item.support.map((place) => writeParts(placeParts(place))).join('\n'),
    premise: writeOptional(item.premise),
    caveat: yesNo(item.roles?.caveat),
    other_source: yesNo(item.roles?.other_source),
    too_much: yesNo(item.tooMuch),
    lure: writeOptional(item.lure),
    graded: writeList(item.graded, ({ grade, ...place }) => [String(grade), ...placeParts(place)]),
    draft: writeList(item.draft, ({ supported, fault, document, text, quotes }) => [
      yesNo(supported),
      writeNullable(fault),
      ...[document, text, ...quotes].map(writeText),
    ]),
    tags: writeLines(item.tags),
    author: item.author === '' ? '' : writeText(item.author),
    reviewer: writeNullable(item.reviewer),
    date: writeText(item.date),
    split: item.split,
  };
}
