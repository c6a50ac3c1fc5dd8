import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import type { Lexicon } from '#assistant/ask/find-concepts.ts';
import { type StemSequence, sequenceStems } from '#assistant/ask/stem-sequence.ts';
import type { EvidenceUnit, RetrievedPassage, TableRow } from '#domain/passage.ts';
import type { Candidate } from './candidate.ts';
import { saysVerdictOnAnother } from './gives-verdict.ts';
import { type PassageReading, readPassage, type SayingReading } from './read-passage.ts';

/**
 * The columns a question is about. A column is left out only when it is headed by a rival of what is asked about (CAR-T
 * beside CIK), so that no figure stands beside the wrong name; all other columns explain the row.
 */
function askedColumns(table: TableRow, reading: PassageReading, ask: Ask): number[] {
  const columns = table.columns.map((_, i) => i).slice(1);
  const headed = columns.map((i) => (reading.columns[i] ?? []).filter((c) => c.essential));
  const asked = ask.concepts.filter((c) => c.essential && c.kind !== null);
  const named = columns.filter((_, at) => headed[at]?.some((h) => asked.some((a) => isSame(a, h))));
  if (named.length === 0) return columns;
  const isRival = (at: number) =>
    headed[at]?.some((h) => asked.some((a) => a.kind === h.kind)) &&
    !headed[at]?.some((h) => asked.some((a) => isSame(a, h)));
  return columns.filter((_, at) => !isRival(at));
}

const isSame = (a: Concept, b: Concept): boolean => a.alternatives === b.alternatives;

/** Of values for several measures, those of the measures asked for: a median is not quoted beside another one's rate. */
function measured(units: readonly EvidenceUnit[], heading: string, ask: Ask): readonly EvidenceUnit[] {
  const measures = ask.concepts.filter((concept) => concept.kind === 'measure');
  if (measures.length === 0 || units.length === 1) return units;
  return units.filter((unit) => {
    const words = sequenceStems(`${heading} . ${unit.text}`);
    return measures.every((measure) => carry(measure, words) > 0);
  });
}

function toCandidate(
  { text, kind, quotes, own, near, named }: SayingReading,
  retrieved: RetrievedPassage,
  position: number,
  { far, headed, titled }: PassageReading,
  around: StemSequence,
): Candidate {
  return { text, kind, quotes, retrieved, position, own, near, far, named, headed, titled, around };
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
  const { passage } = retrieved;
  const reading = readPassage(retrieved, lexicon);
  if (passage.table) {
    const row = reading.readRow(askedColumns(passage.table, reading, ask));
    return row ? [toCandidate(row, retrieved, 0, reading, row.own)] : [];
  }
  const heading = passage.headingPath.at(-1) ?? '';
  return reading.groups.flatMap((units, position): Candidate[] => {
    const said = reading.readGroup(measured(units, heading, ask));
    if (!said) return [];
    const candidate = toCandidate(said, retrieved, position, reading, reading.around);
    if (!saysVerdictOnAnother(ask, candidate)) return [candidate];
    const rest = reading.readWithoutVerdict(said);
    return rest ? [toCandidate(rest, retrieved, position, reading, reading.around)] : [];
  });
}
