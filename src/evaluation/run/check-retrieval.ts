import type { EvalCase } from '#evaluation/eval-case.ts';
import { measureRanking } from '#evaluation/ranking-measures.ts';
import type { Values } from './check-kinds.ts';
import type { EvalPassage, EvalTarget } from './eval-target.ts';
import { plainWords } from './plain-words.ts';

/** So many are asked for, to see which of the graded words stand in one passage. */
const DEPTH = 100;
/** From this grade on a passage answers, at least in part. */
const ANSWERS = 2;

type Graded = NonNullable<EvalCase['graded']>[number];

const holds = ({ documentId, text }: EvalPassage, { document, contains }: Graded): boolean =>
  documentId === document && plainWords(text).includes(plainWords(contains));

/**
 * Judgements of a case by passage. Graded words that stand in one passage are one judgement, the best of them; the same words
 * in several documents are one too, for identical passages are shown once. What is found nowhere counts as not found.
 */
function judge(graded: readonly Graded[], found: readonly EvalPassage[]) {
  const keyOf = new Map<string, string>();
  for (const one of graded) {
    const words = plainWords(one.contains);
    const passage = found.find((candidate) => holds(candidate, one));
    if (passage) keyOf.set(words, passage.passageId);
    else if (!keyOf.has(words)) keyOf.set(words, words);
  }
  const judgements = new Map<string, number>();
  for (const { contains, grade } of graded) {
    const key = keyOf.get(plainWords(contains)) ?? contains;
    judgements.set(key, Math.max(grade, judgements.get(key) ?? 0));
  }
  return judgements;
}

const recallAt = (k: number, ranked: readonly string[], answering: ReadonlySet<string>): number =>
  ranked.slice(0, k).filter((id) => answering.has(id)).length / answering.size;

/** nDCG@10 with the grades as gains, MRR@10 and recall@k of the passages that answer. */
export async function checkRetrieval(item: EvalCase, target: Pick<EvalTarget, 'search'>): Promise<Values> {
  if (item.graded === undefined) return {};
  const found = await target.search(item.turns.at(-1) ?? '', DEPTH);
  const judgements = judge(item.graded, found);
  const ranked = found.map(({ passageId }) => passageId);
  const answering = new Map([...judgements].filter(([, grade]) => grade >= ANSWERS));
  const measures = measureRanking(ranked, judgements);
  const first = measureRanking(ranked, answering);
  if (measures === null || first === null) return {};
  const ids = new Set(answering.keys());
  return {
    ndcg10: measures.ndcg10,
    mrr10: first.mrr10,
    recall3: recallAt(3, ranked, ids),
    recall10: recallAt(10, ranked, ids),
  };
}
