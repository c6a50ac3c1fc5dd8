/** Relevance by id, as judged: 0 is not relevant, and so is what was not judged. */
export type Judgements = ReadonlyMap<string, number>;

export interface RankingMeasures {
  /** Of the first ten, against the best order of all that was judged. */
  readonly ndcg10: number;
  /** Share of the relevant that stands in the first ten. */
  readonly recall10: number;
  /** One over the place of the first relevant one; 0 when it is not in the first ten. */
  readonly mrr10: number;
}

const depth = 10;

/**
 * How good one ranked list is; `ranked` names each id once, best first. nDCG is that of Järvelin and Kekäläinen (2002) with
 * linear gain, rel / log2(rank + 1), as trec_eval computes it. Null where nothing is relevant: such a question cannot be
 * scored, and trec_eval leaves it out.
 */
export function measureRanking(ranked: readonly string[], judgements: Judgements): RankingMeasures | null {
  const ideal = [...judgements.values()].filter((relevance) => relevance > 0).sort((a, b) => b - a);
  if (ideal.length === 0) return null;
  const gains = ranked.slice(0, depth).map((id) => Math.max(judgements.get(id) ?? 0, 0));
  const first = gains.findIndex((gain) => gain > 0);
  return {
    ndcg10: discount(gains) / discount(ideal.slice(0, depth)),
    recall10: gains.filter((gain) => gain > 0).length / ideal.length,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
  };
}

function discount(gains: readonly number[]): number {
  return gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);
}

/** The mean over questions; null when there is none. */
export function averageMeasures(all: readonly RankingMeasures[]): RankingMeasures | null {
  if (all.length === 0) return null;
  const mean = (of: (measures: RankingMeasures) => number) =>
    all.reduce((sum, measures) => sum + of(measures), 0) / all.length;
  return {
    ndcg10: mean(({ ndcg10 }) => ndcg10),
    recall10: mean(({ recall10 }) => recall10),
    mrr10: mean(({ mrr10 }) => mrr10),
  };
}
