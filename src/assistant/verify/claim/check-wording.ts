import { type Alignment, alignWords, type Difference } from './align-words.ts';
import type { ClaimRules } from './claim-rules.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimRejection } from './rejection.ts';
import { type Hit, hitsOf, type Statement } from './statement.ts';

/** From this share of shared words on, in order, a claim is taken for its quote with changes, and every change is looked at. */
const NEARLY_VERBATIM = 0.75;
/** A longer stretch left out is a part of the quote that the claim does not repeat. */
const LEFT_OUT_WORDS = 4;
/** Words before the first shared one that may turn or limit all that follows. */
const BEFORE_WORDS = 2;

/** Quotes are also read as one text, up to here: a table's row name, column and cell make one sentence. */
const MOST_WORDS = 80;

type Stretch = readonly [number, number];

const within = <T extends Hit>(hits: readonly T[], [from, to]: Stretch): T[] =>
  hits.filter((hit) => hit.from < to && hit.to > from);

/** Runs of words between line ends: quotes, or a label with its value. */
function listLines({ words, text }: Statement): Stretch[] {
  const lines: [number, number][] = [];
  words.forEach((word, at) => {
    const before = words[at - 1];
    const last = lines.at(-1);
    if (last && before && !text.slice(before.end, word.start).includes('\n')) last[1] = at + 1;
    else lines.push([at, at + 1]);
  });
  return lines;
}

/** What stands right before the first shared word may turn all that follows round. */
function narrow({ claim, evidence, isOuter }: Difference, isFirst: boolean): Difference {
  if (!isOuter) return { claim, evidence, isOuter };
  const [from, to] = evidence;
  return { claim, evidence: isFirst ? [Math.max(from, to - BEFORE_WORDS), to] : [from, from], isOuter };
}

/** The unit that a word names, in the singular or plural. */
function timeUnit(surface: string, { units }: ClaimRules): string | null {
  const lower = surface.toLowerCase();
  for (const [name, forms] of units) if (forms.some((form) => form === lower || `${form}s` === lower)) return name;
  return null;
}

function judge({ claim, evidence, rules }: Comparison, difference: Difference): ClaimRejection | null {
  const said = <T extends Parameters<typeof hitsOf>[1]>(type: T) => within(hitsOf(claim, type), difference.claim);
  const quoted = <T extends Parameters<typeof hitsOf>[1]>(type: T) =>
    within(hitsOf(evidence, type), difference.evidence);
  const length = difference.evidence[1] - difference.evidence[0];
  const isLeftOut = length > LEFT_OUT_WORDS;
  const turning = (statement: Statement, hits: ReturnType<typeof said<'denial'>>) =>
    hits.filter(({ meaning, from }) => meaning.isPlain || statement.words[from]?.stem === 'without');
  const [saidNo, quotedNo] = [turning(claim, said('denial')), turning(evidence, quoted('denial'))];
  if (!isLeftOut && saidNo.length % 2 !== quotedNo.length % 2) {
    const [more, less] = saidNo.length > quotedNo.length ? [saidNo, quoted('denial')] : [quotedNo, said('denial')];
    if (less.length < more.length) return 'negation';
  }
  const sides = quoted('side');
  if (
    said('side').some(({ meaning }) =>
      sides.some((o) => o.meaning.pair === meaning.pair && o.meaning.side !== meaning.side),
    )
  )
    return 'direction';
  const levels = said('level').map(({ meaning }) => meaning);
  for (const { meaning } of isLeftOut ? [] : quoted('level')) {
    const keep = rules.scales[meaning.scale]?.keep ?? 0;
    const isKept = levels.some((level) => level.scale === meaning.scale && level.level >= meaning.level);
    if (meaning.level >= keep && !isKept) return 'certainty';
  }
  const units = (statement: Statement, [from, to]: Stretch) =>
    statement.words.slice(from, to).flatMap(({ surface }) => timeUnit(surface, rules) ?? []);
  const [saidUnits, quotedUnits] = [units(claim, difference.claim), units(evidence, difference.evidence)];
  if (quotedUnits.length > 0 && saidUnits.some((unit) => !quotedUnits.includes(unit))) return 'unit';
  const names = quoted('term').filter(({ meaning }) => meaning.isName);
  const isExchanged = said('term').some(
    ({ meaning }) =>
      meaning.isName &&
      names.some((o) => o.meaning.kind === meaning.kind) &&
      !names.some((o) => o.meaning.id === meaning.id),
  );
  return isExchanged ? 'name' : null;
}

/** A name that stands in another place than in the quote, and is not repeated there. */
function hasMoved({ claim, evidence }: Comparison, differences: readonly Difference[]): boolean {
  const namesIn = (statement: Statement, stretch: Stretch) =>
    within(hitsOf(statement, 'term'), stretch).flatMap(({ meaning }) => (meaning.isName ? [meaning.id] : []));
  const added = differences.flatMap((one) => {
    const here = namesIn(evidence, one.evidence);
    return namesIn(claim, one.claim).filter((id) => !here.includes(id));
  });
  return differences.some((one) => !one.isOuter && namesIn(evidence, one.evidence).some((id) => added.includes(id)));
}

/** Where a claim is nearly its quote, each change by itself must be harmless. */
export function checkWording(comparison: Comparison): ClaimRejection | null {
  const { claim, evidence } = comparison;
  let best: Alignment | null = null;
  for (const [from, to] of [...listLines(evidence), [0, Math.min(evidence.words.length, MOST_WORDS)] as const]) {
    const alignment = alignWords(claim, evidence, from, to);
    if (alignment.share > (best?.share ?? 0)) best = alignment;
  }
  if (best === null || best.share < NEARLY_VERBATIM) return null;
  if (hasMoved(comparison, best.differences)) return 'comparison';
  for (const [i, difference] of best.differences.entries()) {
    const found = judge(comparison, narrow(difference, i === 0));
    if (found !== null) return found;
  }
  return null;
}
