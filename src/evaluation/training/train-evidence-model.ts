import { createHash } from 'node:crypto';
import type { Ask } from '#assistant/ask/ask.ts';
import { chooseSentences } from '#assistant/compose/choose-sentences.ts';
import { listUsable } from '#assistant/compose/compose-extract.ts';
import { type EvidenceModel, weigh } from '#assistant/compose/evidence-model.ts';
import { judgeEvidence, measureEvidence } from '#assistant/compose/judge-evidence.ts';
import type { Ranked } from '#assistant/compose/rank-candidates.ts';
import { compareFacts } from '#evaluation/compare-facts.ts';
import type { EvalCase } from '#evaluation/eval-case.ts';
import { fitChoice } from './fit-choice.ts';
import { fitLogistic } from './fit-logistic.ts';

/** A case with one question, and everything that could be said to it. */
export interface TrainingCase {
  readonly item: EvalCase;
  readonly ask: Ask;
  readonly candidates: readonly Ranked[];
}

/** What would be said to a case by a model that had not seen it or its topic. */
export interface HeldOut {
  readonly item: EvalCase;
  /** Probability of being right; 0 where nothing may be said. */
  readonly probability: number;
  readonly isRight: boolean;
}

type Parts = Pick<EvidenceModel, 'ranking' | 'sufficiency'>;

const FOLDS = 5;
/** Within the cases of a fit. */
const INNER_FOLDS = 3;
const topicOf = ({ tags, id }: EvalCase): string => tags.find((tag) => tag.startsWith('topic:')) ?? id;
const hashOf = (item: EvalCase): number => createHash('sha256').update(topicOf(item)).digest().readUInt32BE(0);
const foldOf = (item: EvalCase): number => hashOf(item) % FOLDS;
const innerFoldOf = (item: EvalCase): number => (hashOf(item) >>> 8) % INNER_FOLDS;

const stated = (text: string, { facts }: EvalCase): boolean => {
  const { missing, forbidden } = compareFacts(text, facts);
  return forbidden.length === 0 && missing.length < facts.required.length;
};

function rerank(candidates: readonly Ranked[], ranking: Parts['ranking']): Ranked[] {
  return candidates.map((one) => ({ ...one, score: weigh(ranking, one.features) })).sort((a, b) => b.score - a.score);
}

function fitRanking(cases: readonly TrainingCase[]): Parts['ranking'] {
  const choices = cases.map(({ item, candidates }) => ({
    candidates: candidates.map(({ features }) => features),
    right: candidates.map(({ candidate }) => item.facts.required.length > 0 && stated(candidate.text, item)),
  }));
  return fitChoice(choices.filter(({ right }) => right.some(Boolean)));
}

/** Whether what would be said states every fact that was asked for. */
function wouldBeRight({ item, ask }: TrainingCase, ranked: readonly Ranked[]): boolean {
  if (item.expected.outcome !== 'answered') return false;
  const chosen = chooseSentences(listUsable(ask, ranked));
  if (chosen.length === 0) return false;
  const { missing, forbidden } = compareFacts(chosen.map(({ text }) => text).join(' '), item.facts);
  return missing.length === 0 && forbidden.length === 0;
}

/** Fits the ranking, then the sufficiency on rankings that had not seen the case: what it learns holds for new ones. */
function fitParts(cases: readonly TrainingCase[]): Parts {
  const labelled = [...Array(INNER_FOLDS).keys()].flatMap((fold) => {
    const ranking = fitRanking(cases.filter(({ item }) => innerFoldOf(item) !== fold));
    return cases
      .filter(({ item, candidates }) => innerFoldOf(item) === fold && candidates.length > 0)
      .map((one) => {
        const ranked = rerank(one.candidates, ranking);
        return { features: measureEvidence(ranked), isRight: wouldBeRight(one, ranked) };
      });
  });
  return { ranking: fitRanking(cases), sufficiency: fitLogistic(labelled) };
}

function judge(one: TrainingCase, { ranking, sufficiency }: Parts): HeldOut {
  const ranked = rerank(one.candidates, ranking);
  return {
    item: one.item,
    probability: listUsable(one.ask, ranked).length > 0 ? judgeEvidence(ranked, sufficiency) : 0,
    isRight: wouldBeRight(one, ranked),
  };
}

/** Fits the model to all cases, and says what models fitted without each topic would have said to it. */
export function trainEvidenceModel(cases: readonly TrainingCase[]): { parts: Parts; heldOut: HeldOut[] } {
  const heldOut = [...Array(FOLDS).keys()].flatMap((fold) => {
    const parts = fitParts(cases.filter(({ item }) => foldOf(item) !== fold));
    return cases.filter(({ item }) => foldOf(item) === fold).map((one) => judge(one, parts));
  });
  return { parts: fitParts(cases), heldOut };
}
