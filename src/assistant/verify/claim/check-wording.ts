import { type Alignment, alignWords, type Difference } from './align-words.ts';
import type { Comparison } from './comparison.ts';
import type { ClaimRejection } from './rejection.ts';
import { type Hit, hitsOf, type Statement } from './statement.ts';

/** From this share of shared words on, in order, a claim is taken for its quote with changes, and every change is looked at. */
const NEARLY_VERBATIM = 0.75;
/** A longer stretch left out is a part of the quote that the claim does not repeat. */
const LEFT_OUT_WORDS = 4;

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
  return { claim, evidence: isFirst ? [Math.max(from, to - 1), to] : [from, from], isOuter };
}

function judge({ claim, evidence, rules }: Comparison, difference: Difference): ClaimRejection | null {
  const said = <T extends Parameters<typeof hitsOf>[1]>(type: T) => within(hitsOf(claim, type), difference.claim);
  const quoted = <T extends Parameters<typeof hitsOf>[1]>(type: T) =>
    within(hitsOf(evidence, type), difference.evidence);
  const length = difference.evidence[1] - difference.evidence[0];
  const isLeftOut = length > LEFT_OUT_WORDS;
  const plain = (list: ReturnType<typeof said<'denial'>>) => list.filter(({ meaning }) => meaning.isPlain);
  const [saidNo, quotedNo] = [plain(said('denial')), plain(quoted('denial'))];
  if (!isLeftOut && saidNo.length % 2 !== quotedNo.length % 2) {
    const otherWords = saidNo.length > quotedNo.length ? quoted('denial') : said('denial');
    if (otherWords.length === 0) return 'negation';
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
  const names = quoted('term').filter(({ meaning }) => meaning.isName);
  const isExchanged = said('term').some(
    ({ meaning }) =>
      meaning.isName &&
      names.some((o) => o.meaning.kind === meaning.kind) &&
      !names.some((o) => o.meaning.id === meaning.id),
  );
  return isExchanged ? 'name' : null;
}

/** Where a claim is nearly its quote, each change by itself must be harmless. */
export function checkWording(comparison: Comparison): ClaimRejection | null {
  const { claim, evidence } = comparison;
  let best: Alignment | null = null;
  for (const [from, to] of listLines(evidence)) {
    const alignment = alignWords(claim, evidence, from, to);
    if (alignment.share > (best?.share ?? 0)) best = alignment;
  }
  if (best === null || best.share < NEARLY_VERBATIM) return null;
  for (const [i, difference] of best.differences.entries()) {
    const found = judge(comparison, narrow(difference, i === 0));
    if (found !== null) return found;
  }
  return null;
}
