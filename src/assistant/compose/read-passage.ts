import type { Concept } from '#assistant/ask/concept.ts';
import { findConcepts, findNames, type Lexicon } from '#assistant/ask/find-concepts.ts';
import { type StemSequence, sequenceStems } from '#assistant/ask/stem-sequence.ts';
import { quotableUnits } from '#assistant/orders/quotable-units.ts';
import type { EvidenceUnit, Passage, RetrievedPassage } from '#domain/passage.ts';
import type { Candidate } from './candidate.ts';
import { dropVerdict } from './drop-verdict.ts';
import { isValue, type Saying, sayGroup, sayRow } from './say-group.ts';
import { spreadHeads } from './spread-heads.ts';

/** What of a candidate is the same whatever is asked. */
export type SayingReading = Pick<Candidate, 'text' | 'kind' | 'quotes' | 'own' | 'near' | 'named'>;

/** What a passage says, read once: it does not depend on the question. */
export interface PassageReading extends Pick<Candidate, 'far' | 'headed' | 'titled'> {
  /** Words of the whole passage; for a table row, those of what is said of it. */
  readonly around: StemSequence;
  /** What can be said together: a sentence, or the values that stand side by side. Without what is meant for a machine. */
  readonly groups: ReadonlyArray<readonly EvidenceUnit[]>;
  /** What each column's heading names; empty without a table. */
  readonly columns: ReadonlyArray<readonly Concept[]>;
  /** What the nearest heading asks about, and its words. */
  heading(): { readonly concepts: readonly Concept[]; readonly words: StemSequence };
  /** Null where nothing is left to say. */
  readGroup(units: readonly EvidenceUnit[]): SayingReading | null;
  readRow(columns: readonly number[]): SayingReading | null;
  /** What follows the yes or no that opens it; null where nothing stands there by itself. */
  readWithoutVerdict(said: SayingReading): SayingReading | null;
}

const readings = new WeakMap<Lexicon, WeakMap<Passage, PassageReading>>();

/** Pure; remembers passages for as long as they and the corpus in use are. */
export function readPassage(retrieved: RetrievedPassage, lexicon: Lexicon): PassageReading {
  const known = readings.get(lexicon) ?? new WeakMap<Passage, PassageReading>();
  readings.set(lexicon, known);
  const reading = known.get(retrieved.passage) ?? createReading(retrieved, lexicon);
  known.set(retrieved.passage, reading);
  return reading;
}

/** Whether it is remembered. */
export const hasRead = ({ passage }: RetrievedPassage, lexicon: Lexicon): boolean =>
  readings.get(lexicon)?.has(passage) ?? false;

function createReading({ passage, title: written }: RetrievedPassage, lexicon: Lexicon): PassageReading {
  const { table, headingPath } = passage;
  const units = quotableUnits(passage, lexicon.findOrder);
  const isWhole = units.length === passage.units.length;
  // What is withheld makes nothing else fit a question; nor does a title that gives orders.
  const said = isWhole ? passage.text : units.map(({ text }) => text).join(' . ');
  const title = lexicon.findOrder(written) ? '' : written;
  const heading = headingPath.at(-1) ?? '';
  const above = `${headingPath.join(' . ')} . ${title}`;
  const outer = table ? above : `${headingPath.slice(0, -1).join(' . ')} . ${title}`;
  const nearOf = (label: string) =>
    sequenceStems(table ? `${table.name} . ${table.columns.join(' . ')}` : `${label} . ${heading}`);
  const remembered = new Map<string, SayingReading | null>();

  function read(key: string, say: () => Saying | null): SayingReading | null {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const said = say();
    const reading = said && {
      text: said.text,
      kind: said.kind,
      quotes: said.quotes,
      own: sequenceStems(`${said.kind === 'values' ? `${heading} . ` : ''}${said.body} . ${spreadHeads(said.body)}`),
      near: nearOf(said.label),
      named: findNames(said.text, lexicon),
    };
    remembered.set(key, reading);
    return reading;
  }

  let readHeading: ReturnType<PassageReading['heading']> | null = null;
  return {
    around: sequenceStems(`${said} . ${spreadHeads(said)}`),
    far: sequenceStems(outer),
    headed: findNames(above, lexicon),
    titled: findNames(title, lexicon),
    groups: groupUnits(units),
    columns: table ? table.columns.map((column) => findNames(column, lexicon)) : [],
    heading() {
      readHeading ??= { concepts: findConcepts(heading, lexicon), words: sequenceStems(heading) };
      return readHeading;
    },
    readWithoutVerdict: ({ text, kind, quotes }) =>
      read(`behind ${quotes[0].start}`, () => {
        const rest = quotes.length === 1 ? dropVerdict(text, quotes[0]) : null;
        return rest && { text: rest.text, kind, quotes: [rest.span], body: rest.text, label: '' };
      }),
    readGroup: (units) => read(`units ${units.map(({ start }) => start).join()}`, () => sayGroup(passage, units)),
    readRow: (columns) => (isWhole ? read(`columns ${columns.join()}`, () => sayRow(passage, columns)) : null),
  };
}

function groupUnits(units: readonly EvidenceUnit[]): EvidenceUnit[][] {
  const groups: EvidenceUnit[][] = [];
  for (const unit of units) {
    const last = groups.at(-1);
    const lastUnit = last?.at(-1);
    if (last && lastUnit && isValue(unit) && isValue(lastUnit)) last.push(unit);
    else groups.push([unit]);
  }
  return groups;
}
