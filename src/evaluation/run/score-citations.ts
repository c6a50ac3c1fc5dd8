import type { SupportJudge } from '#evaluation/judge/support-judge.ts';

export interface CitedClaim {
  readonly text: string;
  /** What each of its citations leads to; null for one that leads nowhere. */
  readonly evidence: ReadonlyArray<readonly string[] | null>;
}

export interface CitationScores {
  readonly recall: number;
  readonly precision: number;
}

/**
 * Citation recall and precision of one answer as ALCE defines them (Gao et al. 2023): a sentence counts when its sources
 * together carry it; a citation counts when its sentence does, and it either carries the sentence alone or the others do not
 * without it. Unlike ALCE's own code, a citation that leads nowhere counts in both denominators, and a sentence without a
 * citation is not carried. An answer without a sentence scores 0 in both.
 */
export async function scoreCitations(claims: readonly CitedClaim[], judge: SupportJudge): Promise<CitationScores> {
  let carried = 0;
  let citations = 0;
  let precise = 0;
  for (const { text, evidence } of claims) {
    citations += evidence.length;
    const known = evidence.filter((one) => one !== null);
    if (known.length === 0 || !(await judge.supports(text, known.flat()))) continue;
    carried += 1;
    for (const one of known) if (await isNeeded(text, one, known, judge)) precise += 1;
  }
  return {
    recall: claims.length === 0 ? 0 : carried / claims.length,
    precision: citations === 0 ? 0 : precise / citations,
  };
}

async function isNeeded(
  text: string,
  one: readonly string[],
  all: ReadonlyArray<readonly string[]>,
  judge: SupportJudge,
): Promise<boolean> {
  if (all.length === 1 || (await judge.supports(text, one))) return true;
  return !(await judge.supports(text, all.filter((other) => other !== one).flat()));
}
