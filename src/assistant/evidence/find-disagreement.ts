import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import { findNames, type Lexicon } from '#assistant/ask/find-concepts.ts';
import { type StemSequence, sequenceStems } from '#assistant/ask/stem-sequence.ts';
import type { Candidate } from '#assistant/compose/candidate.ts';
import type { FigureRules } from './figure-rules.ts';
import { areCompatible, type Figure, findFigures } from './find-figures.ts';

/** Words in common from which on two statements are about the same (Dice coefficient). Chosen on the dev cases. */
const ALIKE = 0.6;
/** What candidates are looked at. */
const DEPTH = 60;
/** Where one thing's figure ends and another's begins. */
const ENDS = /;| vs\.? | versus | compared (?:with|to) | whereas | while |, but /iu;

/** "(longer for complex vectors)". */
const ASIDE = /\((?:[^()\s]+\s+){2,}[^()]*\)/gu;

interface Stated {
  readonly text: string;
  readonly figure: Figure;
  readonly words: StemSequence;
  readonly names: readonly Concept[];
}

/** Figures with the words they belong to: of a row, each cell beside the names of its row and column. */
function listStated(candidate: Candidate, lexicon: Lexicon, rules: FigureRules): Stated[] {
  const { table, headingPath } = candidate.retrieved.passage;
  const parts =
    candidate.kind === 'row' && table
      ? table.columns.slice(1).map((column, i) => `${table.cells[0]} — ${column}: ${table.cells[i + 1] ?? ''}`)
      : candidate.text.split(ENDS);
  const [opening = ''] = parts;
  return parts.flatMap((text) =>
    findFigures(text, rules).map((figure) => {
      const own = findNames(text, lexicon);
      // A part that names nothing belongs to what the sentence opens with, but for its figure.
      const about = own.some(({ essential }) => essential) ? own : findNames(opening, lexicon);
      const heading = findNames(headingPath.slice(-1).join(' '), lexicon);
      const rest = heading.filter(({ kind }) => kind === 'disease' && !about.some((one) => one.kind === kind));
      const words = sequenceStems(`${table ? '' : opening} ${text}`.replace(ASIDE, ' '));
      return { text, figure, words, names: [...about, ...rest] };
    }),
  );
}

const DECIDING = new Set(['treatment', 'disease', 'measure', 'regimen', 'drug']);
const isSame = (a: Concept, b: Concept) => a.alternatives === b.alternatives;

/** Of every kind that decides, the same things are named, but for kinds that one of the two does not name at all. */
function nameSame(a: readonly Concept[], b: readonly Concept[]): boolean {
  return [...DECIDING].every((kind) => {
    const [left, right] = [a, b].map((names) => names.filter((name) => name.kind === kind));
    if (!left?.length || !right?.length) return true;
    return (
      left.every((one) => right.some((other) => isSame(one, other))) ||
      right.every((one) => left.some((o) => isSame(one, o)))
    );
  });
}

/** Words that tell, without numbers and units. */
const telling = ({ positions }: StemSequence, { soft }: Lexicon): Set<string> =>
  new Set([...positions.keys()].filter((stem) => !soft.has(stem) && !/^\d/u.test(stem)));

/** Mostly the same words; what is asked and one of them lacks, it must not have another word for. */
function areAlike(ask: Ask, a: Stated, b: Stated, lexicon: Lexicon): boolean {
  const [left, right] = [telling(a.words, lexicon), telling(b.words, lexicon)];
  const lacks = ask.concepts.some(
    (concept) => !concept.plain && carry(concept, a.words) > 0 !== carry(concept, b.words) > 0,
  );
  const isPart = (part: Set<string>, whole: Set<string>) => [...part].every((stem) => whole.has(stem));
  if (lacks && !isPart(left, right) && !isPart(right, left)) return false;
  const shared = [...left].filter((stem) => right.has(stem)).length;
  return left.size + right.size > 0 && (2 * shared) / (left.size + right.size) >= ALIKE;
}

/** Spans such as "1-year" that a figure is for: a figure for another one is another figure. */
const points = (text: string): string =>
  [...text.matchAll(/\b(\d+)[\s-](year|month|week|day)\b/giu)]
    .map(([span]) => span.toLowerCase().replace(' ', '-'))
    .sort()
    .join(' ');

/** Whether the part speaks of everything that is asked, itself or by its nearest heading. */
function answers(ask: Ask, { words }: Pick<Stated, 'words'>, candidate: Candidate): boolean {
  const asked = ask.concepts.filter((concept) => !concept.plain && !concept.optional);
  return asked.every(
    (concept) => Math.max(carry(concept, words), carry(concept, candidate.near), carry(concept, candidate.far)) >= 0.7,
  );
}

/**
 * Another passage's sentence that states a different figure of the same kind for the same thing; null where none does.
 * `ranked`: what could be said, best first.
 */
export function findDisagreement(
  ask: Ask,
  chosen: readonly Candidate[],
  ranked: readonly Candidate[],
  lexicon: Lexicon,
  rules: FigureRules,
): { readonly other: Candidate; readonly to: Candidate } | null {
  const isSaid = (candidate: Candidate) => chosen.some(({ text }) => text === candidate.text);
  const passages = new Set(chosen.map(({ retrieved }) => retrieved.passage.id));
  for (const to of chosen) {
    const stated = listStated(to, lexicon, rules).filter((one) => answers(ask, one, to));
    if (stated.length === 0) continue;
    const kinds = new Set(stated.map(({ figure }) => figure.kind));
    for (const other of ranked.slice(0, DEPTH)) {
      if (!/\d/u.test(other.text) || isSaid(other) || passages.has(other.retrieved.passage.id)) continue;
      if (!answers(ask, { words: other.own }, other)) continue;
      if (!findFigures(other.text, rules).some(({ kind }) => kinds.has(kind))) continue;
      const others = listStated(other, lexicon, rules);
      const different = others.some(
        (one) =>
          answers(ask, one, other) &&
          stated.some(
            (mine) =>
              mine.figure.kind === one.figure.kind &&
              mine.figure.isChange === one.figure.isChange &&
              !areCompatible(mine.figure, one.figure) &&
              points(mine.text) === points(one.text) &&
              nameSame(mine.names, one.names) &&
              (areAlike(ask, mine, one, lexicon) || sharesMeasure(mine.names, one.names)),
          ),
      );
      // Where it also gives the figure chosen, it agrees.
      const agrees = others.some((one) =>
        stated.some((mine) => mine.figure.kind === one.figure.kind && areCompatible(mine.figure, one.figure)),
      );
      if (different && !agrees) return { other, to };
    }
  }
  return null;
}

/** Both name the same measure and the same treatment or disease. */
function sharesMeasure(a: readonly Concept[], b: readonly Concept[]): boolean {
  const shares = (kinds: readonly string[]) =>
    a.some((one) => kinds.includes(one.kind ?? '') && b.some((other) => isSame(one, other)));
  return shares(['measure']) && shares(['disease']);
}
