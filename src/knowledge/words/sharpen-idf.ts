export interface AskedTerm {
  readonly weight: number;
  readonly idf: number;
}

/** The idf of a question of so many words is taken as it is. */
const plainWords = 3.3;
/** How much the power of the idf grows where a question is e times as long. */
const growth = 0.3;
const powers = { least: 0.7, most: 1.9 } as const;

/**
 * The idf of a question's terms, in order, raised to a power that grows with the question's length, their sum kept. Each
 * word of a short question is meant; in a long one many are the story around it, and together they outweigh the rare ones
 * that it is about. Length is the sum of weights. Our own; measured in decision 0004.
 */
export function sharpenIdf(terms: readonly AskedTerm[]): number[] {
  const length = terms.reduce((sum, { weight }) => sum + weight, 0);
  const power = Math.min(powers.most, Math.max(powers.least, 1 + growth * Math.log(length / plainWords)));
  const raised = terms.map(({ idf }) => idf ** power);
  const before = terms.reduce((sum, { idf }) => sum + idf, 0);
  const after = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => (value * before) / after);
}
