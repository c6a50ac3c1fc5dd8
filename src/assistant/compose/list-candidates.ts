import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import { findNames, type Lexicon } from '#assistant/ask/find-concepts.ts';
import { sequenceStems } from '#assistant/ask/stem-sequence.ts';
import type { EvidenceUnit, Passage, RetrievedPassage, TableRow } from '#domain/passage.ts';
import { plainText } from '#knowledge/passages/plain-text.ts';
import type { Candidate, QuotedSpan } from './candidate.ts';
import { spreadHeads } from './spread-heads.ts';

const ENDS = /[.!?…”"’)]$/u;
/** "CIK + chemo: ~70–76%": a label and a value, nothing without its heading. */
const isValue = (unit: EvidenceUnit): boolean => unit.label !== null && unit.text.startsWith(`${unit.label}:`);

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

/**
 * The columns a question is about. A column is left out only when it is headed by a rival of what is asked about (CAR-T
 * beside CIK), so that no figure stands beside the wrong name; all other columns explain the row.
 */
function askedColumns(table: TableRow, ask: Ask, lexicon: Lexicon): number[] {
  const columns = table.columns.map((_, i) => i).slice(1);
  const headed = columns.map((i) => findNames(table.columns[i] ?? '', lexicon).filter((c) => c.essential));
  const asked = ask.concepts.filter((c) => c.essential && c.kind !== null);
  const named = columns.filter((_, at) => headed[at]?.some((h) => asked.some((a) => isSame(a, h))));
  if (named.length === 0) return columns;
  const isRival = (at: number) =>
    headed[at]?.some((h) => asked.some((a) => a.kind === h.kind)) &&
    !headed[at]?.some((h) => asked.some((a) => isSame(a, h)));
  return columns.filter((_, at) => !isRival(at));
}

const isSame = (a: Concept, b: Concept): boolean => a.alternatives === b.alternatives;

/** Row and column are always named; an empty cell says nothing. */
export function sayRow(table: TableRow, columns: readonly number[]): string | null {
  const said = columns.flatMap((i) => {
    const cell = table.cells[i]?.trim() ?? '';
    return cell === '' ? [] : [`${table.columns[i]}: ${cell}`];
  });
  return said.length === 0 ? null : withStop(`${table.cells[0]} — ${said.join('; ')}`);
}

function rowCandidate(retrieved: RetrievedPassage, table: TableRow, ask: Ask, lexicon: Lexicon): Candidate[] {
  const { passage } = retrieved;
  const unit = passage.units[0];
  const text = sayRow(table, askedColumns(table, ask, lexicon));
  if (!unit || text === null) return [];
  const own = sequenceStems(`${text} . ${spreadHeads(text)}`);
  return [
    {
      text,
      kind: 'row',
      quotes: [spanOf(passage, unit)],
      retrieved,
      position: 0,
      own,
      near: sequenceStems(`${table.name} . ${table.columns.join(' . ')}`),
      far: sequenceStems(`${passage.headingPath.join(' . ')} . ${retrieved.title}`),
      named: findNames(text, lexicon),
      headed: findNames(`${passage.headingPath.join(' . ')} . ${retrieved.title}`, lexicon),
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

/** Of values for several measures, those of the measures asked for: a median is not quoted beside another one's rate. */
function measured(units: EvidenceUnit[], heading: string, ask: Ask): EvidenceUnit[] {
  const measures = ask.concepts.filter((concept) => concept.kind === 'measure');
  if (measures.length === 0 || units.length === 1) return units;
  return units.filter((unit) => {
    const words = sequenceStems(`${heading} . ${unit.text}`);
    return measures.every((measure) => carry(measure, words) > 0);
  });
}

/** A turn looks at what it found more than once: each passage is read once for one question. */
const read = new WeakMap<RetrievedPassage, { readonly concepts: Ask['concepts']; readonly list: Candidate[] }>();

/** Everything the passage could say in answer to the question, in document order. */
export function listCandidates(retrieved: RetrievedPassage, ask: Ask, lexicon: Lexicon): Candidate[] {
  const known = read.get(retrieved);
  if (known?.concepts === ask.concepts) return known.list;
  const list = readCandidates(retrieved, ask, lexicon);
  read.set(retrieved, { concepts: ask.concepts, list });
  return list;
}

function readCandidates(retrieved: RetrievedPassage, ask: Ask, lexicon: Lexicon): Candidate[] {
  const { passage, title } = retrieved;
  if (passage.table) return rowCandidate(retrieved, passage.table, ask, lexicon);
  const heading = passage.headingPath.at(-1) ?? '';
  const around = sequenceStems(`${passage.text} . ${spreadHeads(passage.text)}`);
  const far = sequenceStems(`${passage.headingPath.slice(0, -1).join(' . ')} . ${title}`);
  const headed = findNames(`${passage.headingPath.join(' . ')} . ${title}`, lexicon);
  return unitGroups(passage)
    .map((units) => measured(units, heading, ask))
    .flatMap((units, position): Candidate[] => {
      const [first, ...more] = units;
      if (!first) return [];
      const values = isValue(first);
      const labelled = labelledSpan(passage, first);
      const body = labelled ? `${first.label}: ${first.text}` : units.map((unit) => unit.text).join('; ');
      const text = withStop(values && heading !== '' ? `${heading} — ${body}` : body);
      return [
        {
          text,
          kind: values ? 'values' : 'sentence',
          quotes: [labelled ?? spanOf(passage, first), ...more.map((unit) => spanOf(passage, unit))],
          retrieved,
          position,
          own: sequenceStems(`${values ? `${heading} . ` : ''}${body} . ${spreadHeads(body)}`),
          near: sequenceStems(`${first.label ?? ''} . ${heading}`),
          far,
          named: findNames(text, lexicon),
          headed,
          around,
        },
      ];
    });
}
