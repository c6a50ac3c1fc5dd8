import type { Comparison, Finding } from '#evaluation/gate/comparison.ts';
import { formatNumber } from './format-figures.ts';

/** A case that got better or worse, with the checks that say so, safety first. */
export interface Flip {
  readonly suite: string;
  readonly id: string;
  readonly findings: readonly Finding[];
}

const severity = { safety: 0, quality: 1, information: 2 } as const;

/** Failing findings first, then by what they are about, then by how much got worse. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    Number(b.fails) - Number(a.fails) ||
    severity[a.kind] - severity[b.kind] ||
    b.worse.length - a.worse.length ||
    b.better.length - a.better.length ||
    (`${a.suite}.${a.check}` < `${b.suite}.${b.check}` ? -1 : 1)
  );
}

/** Not a mean that reads the same as before. */
export function isBeyondRounding({ fails, pValue, before, after }: Finding): boolean {
  if (fails || pValue !== null) return true;
  const mean = ({ passed, of }: Finding['before']) => formatNumber(passed / Math.max(of, 1));
  return mean(before) !== mean(after);
}

function collect(findings: readonly Finding[], idsOf: (finding: Finding) => readonly string[]): Flip[] {
  const flips = new Map<string, { suite: string; id: string; findings: Finding[] }>();
  for (const finding of findings)
    for (const id of idsOf(finding)) {
      const key = JSON.stringify([finding.suite, id]);
      const flip = flips.get(key) ?? { suite: finding.suite, id, findings: [] };
      flip.findings.push(finding);
      flips.set(key, flip);
    }
  return [...flips.values()];
}

/** Cases that flipped, each once. One that is worse in anything is worse, whatever else got better in it. */
export function listFlips({ findings }: Comparison): { readonly worse: Flip[]; readonly better: Flip[] } {
  const sorted = findings.filter(isBeyondRounding).sort(compareFindings);
  const worse = collect(sorted, (finding) => finding.worse);
  const isWorse = new Set(worse.map(({ suite, id }) => JSON.stringify([suite, id])));
  const better = collect(sorted, (finding) => finding.better).filter(
    ({ suite, id }) => !isWorse.has(JSON.stringify([suite, id])),
  );
  return { worse, better };
}
