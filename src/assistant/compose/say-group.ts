import type { EvidenceUnit, Passage, TableRow } from '#domain/passage.ts';
import { plainText } from '#knowledge/passages/plain-text.ts';
import type { Candidate, QuotedSpan } from './candidate.ts';

/** What could be said of some units of a passage. */
export interface Saying extends Pick<Candidate, 'text' | 'kind' | 'quotes'> {
  /** The text without what was put before or behind it. */
  readonly body: string;
  readonly label: string;
}

const ENDS = /[.!?…”"’)]$/u;
/** "CIK + chemo: ~70–76%": a label and a value, nothing without its heading. */
export const isValue = (unit: EvidenceUnit): boolean => unit.label !== null && unit.text.startsWith(`${unit.label}:`);

const withStop = (text: string): string => (ENDS.test(text) ? text : `${text}.`);

/** The span from the label on, when it stands right before the unit: "**Label:** Sentence." */
function labelledSpan(passage: Passage, unit: EvidenceUnit): QuotedSpan | null {
  if (unit.label === null || isValue(unit)) return null;
  const before = passage.text.slice(0, unit.start - passage.start);
  const opening = /\*\*[^*\n]+\*\*:?\s*$/u.exec(before)?.[0];
  if (opening === undefined) return null;
  const start = unit.start - opening.length;
  const quote = passage.text.slice(start - passage.start, unit.end - passage.start);
  return plainText(quote) === `${unit.label}: ${unit.text}` ? { start, end: unit.end, quote } : null;
}

const spanOf = (passage: Passage, unit: EvidenceUnit): QuotedSpan => ({
  start: unit.start,
  end: unit.end,
  quote: passage.text.slice(unit.start - passage.start, unit.end - passage.start),
});

/** A sentence, or values side by side under the name of their heading. */
export function sayGroup(passage: Passage, units: readonly EvidenceUnit[]): Saying | null {
  const [first, ...more] = units;
  if (!first) return null;
  const heading = passage.headingPath.at(-1) ?? '';
  const values = isValue(first);
  const labelled = labelledSpan(passage, first);
  const body = labelled ? `${first.label}: ${first.text}` : units.map((unit) => unit.text).join('; ');
  return {
    text: withStop(values && heading !== '' ? `${heading} — ${body}` : body),
    kind: values ? 'values' : 'sentence',
    quotes: [labelled ?? spanOf(passage, first), ...more.map((unit) => spanOf(passage, unit))],
    body,
    label: first.label ?? '',
  };
}

/** A table row: row and column are always named; an empty cell says nothing. */
export function sayRow(passage: Passage, columns: readonly number[]): Saying | null {
  const { table, units } = passage;
  const text = table && sayCells(table, columns);
  return units[0] && text !== null
    ? { text, kind: 'row', quotes: [spanOf(passage, units[0])], body: text, label: '' }
    : null;
}

function sayCells(table: TableRow, columns: readonly number[]): string | null {
  const said = columns.flatMap((i) => {
    const cell = table.cells[i]?.trim() ?? '';
    return cell === '' ? [] : [`${table.columns[i]}: ${cell}`];
  });
  return said.length === 0 ? null : withStop(`${table.cells[0]} — ${said.join('; ')}`);
}
