import type { Finding } from '#evaluation/gate/comparison.ts';
import { compareFindings } from './list-flips.ts';

/** A check whose cases flipped, and the checks of the suite that for the most part count the same cases again. */
export interface FindingGroup {
  readonly lead: Finding;
  readonly again: readonly Finding[];
  /** The lead or one of the others. */
  readonly fails: boolean;
}

export interface GroupedFindings {
  /** What fails first, then safety, then by how many cases got worse. */
  readonly told: readonly FindingGroup[];
  /** Of quality, by one or two cases. */
  readonly small: readonly FindingGroup[];
}

/** Fewer cases than this are folded, but for safety. */
const FEW = 3;
/** Part of its flips that a check must share with another to count the same cases again. */
const MOSTLY = 0.75;
/** Of checks of one suite that say the same, the one that matters. */
const leads = ['abstained', 'right', 'accompanied', 'corrected', 'referred', 'ndcg10', 'citationRecall'];
/** Parts of an answer's being right, and other views of one ranking or citation. */
const parts: Readonly<Record<string, readonly string[]>> = {
  right: ['correct', 'nothingWrong', 'found', 'cited'],
  abstained: ['nothingWrong'],
  ndcg10: ['recall10', 'mrr10'],
  citationRecall: ['citationPrecision'],
};

const flipsOf = ({ worse, better }: Finding): readonly string[] => [...worse, ...better];
const isDown = ({ worse, better }: Finding): boolean => worse.length > better.length;

function repeats(finding: Finding, lead: Finding): boolean {
  if (finding.suite !== lead.suite || finding.kind === 'safety' || isDown(finding) !== isDown(lead)) return false;
  if (parts[lead.check]?.includes(finding.check)) return true;
  const known = new Set(flipsOf(lead));
  const own = flipsOf(finding);
  return own.filter((id) => known.has(id)).length >= MOSTLY * own.length;
}

/** Findings with flips, each told once: the checks that count the same cases again stand under the one that matters. */
export function groupFindings(findings: readonly Finding[]): GroupedFindings {
  const rank = ({ check }: Finding) => (leads.includes(check) ? leads.indexOf(check) : leads.length);
  const flipped = findings.filter((one) => flipsOf(one).length > 0 || one.fails);
  const sorted = [...flipped].sort(
    (a, b) => Number(b.kind === 'safety') - Number(a.kind === 'safety') || rank(a) - rank(b) || compareFindings(a, b),
  );
  const groups: { lead: Finding; again: Finding[] }[] = [];
  for (const finding of sorted) {
    const group = groups.find(({ lead }) => repeats(finding, lead));
    if (group === undefined) groups.push({ lead: finding, again: [] });
    else group.again.push(finding);
  }
  const all = groups
    .map((group) => ({ ...group, fails: [group.lead, ...group.again].some(({ fails }) => fails) }))
    .sort((a, b) => Number(b.fails) - Number(a.fails) || compareFindings(a.lead, b.lead));
  const isSmall = ({ lead }: FindingGroup) =>
    lead.kind === 'information' || (lead.kind !== 'safety' && Math.max(lead.worse.length, lead.better.length) < FEW);
  return { told: all.filter((group) => !isSmall(group)), small: all.filter(isSmall) };
}
