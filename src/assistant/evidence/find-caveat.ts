import type { Candidate } from '#assistant/compose/candidate.ts';
import type { FigureRules } from './figure-rules.ts';
import { statesEffect } from './states-effect.ts';

/** Longer ones would push the answer itself out. */
const MAX_WORDS = 45;

/** "Small trials: …": stands by itself. */
const LABELLED = /^[^.:;]{3,60}: /u;
const LEANING = /^(this|these|that|those|it|they|such)\b/iu;

const words = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

const isUnderLimits = ({ retrieved }: Candidate, rules: FigureRules): boolean =>
  retrieved.passage.headingPath.slice(-2).some((heading) => rules.limitHeadings.test(heading));

/** Whether a sentence limits what the evidence can show: by where it stands and by what it says. */
export function limits(candidate: Candidate, rules: FigureRules): boolean {
  const { text, kind } = candidate;
  if (kind !== 'sentence' || words(text) > MAX_WORDS || statesEffect(candidate, rules)) return false;
  if (rules.limitsOthers.test(text) || !rules.aboutEvidence.test(text)) return false;
  return isUnderLimits(candidate, rules) || rules.limits.some((pattern) => pattern.test(text));
}

const diseases = (candidate: Candidate, headed: boolean) =>
  [...candidate.named, ...(headed ? candidate.headed : [])].filter(({ kind }) => kind === 'disease');
const sameName = (a: { alternatives: unknown }, b: { alternatives: unknown }) => a.alternatives === b.alternatives;

/** What does not depend on the figure is worked out once: limitations are remembered by document. */
const worth = new WeakMap<Candidate, number>();

function ownWorth(limitation: Candidate, rules: FigureRules): number {
  const known = worth.get(limitation);
  if (known !== undefined) return known;
  let own = 0;
  if (rules.limits.some((pattern) => pattern.test(limitation.text))) own += 1.5;
  if (isUnderLimits(limitation, rules) || rules.limitHeadings.test(limitation.text)) own += 1.5;
  if (LABELLED.test(limitation.text)) own += 1;
  if (LEANING.test(limitation.text)) own -= 2;
  worth.set(limitation, own);
  return own;
}

/** How near a limitation is to a figure: same passage, section, subject, document; null when it is about another disease. */
function nearness(figure: Candidate, limitation: Candidate, rules: FigureRules): number | null {
  const [a, b] = [figure.retrieved.passage, limitation.retrieved.passage];
  const about = diseases(figure, true);
  const other = diseases(limitation, false);
  const isSame = other.some((one) => about.some((mine) => sameName(one, mine)));
  if (other.length > 0 && !isSame && a.id !== b.id) return null;
  // "Response rates vary" limits no figure of harm.
  const isOfHarm = rules.harm.test(`${a.headingPath.at(-1) ?? ''} ${figure.text}`) && !rules.benefit.test(figure.text);
  if (isOfHarm && rules.benefit.test(limitation.text) && !rules.harm.test(limitation.text)) return null;
  const isOneDocument = a.documentVersion === b.documentVersion;
  let near = isOneDocument ? 4 : 0;
  if (a.id === b.id) near += 4;
  else if (isOneDocument && a.headingPath[0] !== undefined && a.headingPath[0] === b.headingPath[0]) near += 2;
  if (isSame) near += 2;
  const shared = limitation.named.filter((one) => figure.named.some((mine) => sameName(one, mine)));
  near += Math.min(1, 0.5 * shared.length);
  near += ownWorth(limitation, rules);
  return near;
}

/**
 * One limitation for a figure of effect or harm, the nearest; null when nothing limits it or when what limits it is said
 * already among the sentences `chosen`. `limitations`: what {@link limits} let through.
 */
export function findCaveat(
  figure: Candidate,
  chosen: readonly Candidate[],
  limitations: readonly Candidate[],
  rules: FigureRules,
): Candidate | null {
  if (chosen.some((candidate) => limits(candidate, rules))) return null;
  let best: { readonly candidate: Candidate; readonly near: number } | null = null;
  for (const candidate of limitations) {
    const near = nearness(figure, candidate, rules);
    if (near !== null && (best === null || near > best.near)) best = { candidate, near };
  }
  return best?.candidate ?? null;
}
