import { type LinearPart, weigh } from './evidence-model.ts';
import type { Features } from './measure-candidate.ts';
import type { Ranked } from './rank-candidates.ts';

/** Candidates looked at beside the best. */
const FIRST = 3;
const NEXT = 5;

/**
 * What is known of the best candidates together: the features of the best, the greatest of each among the first three
 * (`top.…`), its score and how far ahead it is, and the least that any of all lacks.
 */
export function measureEvidence(ranked: readonly Ranked[]): Features {
  const [best] = ranked;
  if (!best) return {};
  const first = ranked.slice(0, FIRST);
  const measured: Record<string, number> = { ...best.features };
  for (const name in best.features) measured[`top.${name}`] = Math.max(...first.map((r) => r.features[name] ?? 0));
  measured['score'] = best.score;
  measured['ahead'] = best.score - (ranked[Math.min(NEXT, ranked.length) - 1]?.score ?? best.score);
  measured['greatestCosine'] = Math.max(...ranked.map((r) => r.features['cosine'] ?? 0));
  measured['leastMissing'] = Math.min(...ranked.map((r) => r.features['missingDemanded'] ?? 0));
  measured['leastFar'] = Math.min(...ranked.map((r) => r.features['missingFar'] ?? 0));
  return measured;
}

/** Probability, 0 to 1, that the best candidates answer the question; 0 without any. */
export function judgeEvidence(ranked: readonly Ranked[], sufficiency: LinearPart): number {
  if (ranked.length === 0) return 0;
  return 1 / (1 + Math.exp(-weigh(sufficiency, measureEvidence(ranked))));
}
