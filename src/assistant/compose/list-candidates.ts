import type { Ask } from '#assistant/ask/ask.ts';
import { carry } from '#assistant/ask/concept.ts';
import { sequenceStems } from '#assistant/ask/stem-sequence.ts';
import type { EvidenceUnit, Passage, RetrievedPassage, TableRow } from '#domain/passage.ts';
import type { Candidate, QuotedSpan } from './candidate.ts';

const ENDS = /[.!?…”"’)]$/u;
/** "CIK + chemo: ~70–76%": a label and a value, nothing without its heading. */
const isValue = (unit: EvidenceUnit): boolean => unit.label !== null && unit.text.startsWith(unit.label);

const withStop = (text: string): string => (ENDS.test(text) ? text : `${text}.`);

const spanOf = (passage: Passage, unit: EvidenceUnit): QuotedSpan => ({
  start: unit.start,
  end: unit.end,
  quote: passage.text.slice(unit.start - passage.start, unit.end - passage.start),
});

/** The columns a question is about; all of them when it singles none out. */
function askedColumns(table: TableRow, ask: Ask): number[] {
  const columns = table.columns.map((_, i) => i).slice(1);
  const headers = columns.map((i) => ({ i, words: sequenceStems(table.columns[i] ?? '') }));
  for (const concept of ask.concepts) {
    const naming = headers.filter((header) => carry(concept, header.words) >= 1);
    if (naming.length === 0 || naming.length === headers.length) continue;
    const others = ask.concepts.filter((c) => c !== concept);
    const more = headers.filter((header) => others.some((c) => carry(c, header.words) >= 1));
    return columns.filter((i) => naming.some((h) => h.i === i) || more.some((h) => h.i === i));
  }
  return columns;
}

/** Row and column are always named; an empty cell says nothing. */
export function sayRow(table: TableRow, columns: readonly number[]): string | null {
  const said = columns.flatMap((i) => {
    const cell = table.cells[i]?.trim() ?? '';
    return cell === '' ? [] : [`${table.columns[i]}: ${cell}`];
  });
  return said.length === 0 ? null : withStop(`${table.cells[0]} — ${said.join('; ')}`);
}

function rowCandidate(retrieved: RetrievedPassage, table: TableRow, ask: Ask): Candidate[] {
  const { passage } = retrieved;
  const unit = passage.units[0];
  const text = sayRow(table, askedColumns(table, ask));
  if (!unit || text === null) return [];
  const own = sequenceStems(text);
  return [
    {
      text,
      kind: 'row',
      quotes: [spanOf(passage, unit)],
      retrieved,
      position: 0,
      own,
      near: sequenceStems(table.name),
      far: sequenceStems(`${passage.headingPath.join(' . ')} . ${retrieved.title}`),
      around: own,
    },
  ];
}

function unitGroups(passage: Passage): EvidenceUnit[][] {
  const groups: EvidenceUnit[][] = [];
  for (const unit of passage.units) {
    const last = groups.at(-1);
    const lastUnit = last?.at(-1);
    if (last && lastUnit && isValue(unit) && isValue(lastUnit)) last.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

/** Everything the passage could say in answer to the question, in document order. */
export function listCandidates(retrieved: RetrievedPassage, ask: Ask): Candidate[] {
  const { passage, title } = retrieved;
  if (passage.table) return rowCandidate(retrieved, passage.table, ask);
  const heading = passage.headingPath.at(-1) ?? '';
  const around = sequenceStems(passage.text);
  const far = sequenceStems(`${passage.headingPath.slice(0, -1).join(' . ')} . ${title}`);
  return unitGroups(passage).flatMap((units, position): Candidate[] => {
    const [first, ...more] = units;
    if (!first) return [];
    const values = isValue(first);
    const body = units.map((unit) => unit.text).join('; ');
    const text = withStop(values && heading !== '' ? `${heading} — ${body}` : body);
    return [
      {
        text,
        kind: values ? 'values' : 'sentence',
        quotes: [spanOf(passage, first), ...more.map((unit) => spanOf(passage, unit))],
        retrieved,
        position,
        own: sequenceStems(values ? `${heading} . ${body}` : body),
        near: sequenceStems(`${first.label ?? ''} . ${heading}`),
        far,
        around,
      },
    ];
  });
}
