import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import type { Lexicon } from '#assistant/ask/find-concepts.ts';
import type { StemSequence } from '#assistant/ask/stem-sequence.ts';
import type { RetrievedPassage } from '#domain/passage.ts';
import { TELLING } from './coverage.ts';
import { readPassage } from './read-passage.ts';

/** From here on a heading asks the same question. */
export const SAME_QUESTION = 0.7;

/** Dice coefficient of two sets of words. */
function diceOf(left: StemSequence, right: StemSequence): number {
  const [a, b] = [left.positions, right.positions];
  const shared = [...a.keys()].filter((stem) => b.has(stem)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

const weigh = (list: readonly Concept[]): number => list.reduce((sum, c) => sum + c.weight + 0.1, 0);

/** Agreement (F1 of concepts, and of all words), 0 to 1, between the question and the heading that a passage answers. */
export function matchHeading(ask: Ask, retrieved: RetrievedPassage, lexicon: Lexicon): number {
  const { passage } = retrieved;
  if (passage.kind !== 'question_answer' || passage.headingPath.length === 0) return 0;
  const { concepts, words } = readPassage(retrieved, lexicon).heading();
  const asked = ask.concepts.filter((concept) => !concept.plain);
  const answered = concepts.filter((concept) => !concept.plain);
  const isTelling = (concept: Concept) => concept.weight >= TELLING;
  if (asked.length === 0 || answered.length === 0) return 0;
  if (!asked.some(isTelling) && answered.some(isTelling)) return 0;
  const recall = weigh(asked.filter((c) => carry(c, words) > 0)) / weigh(asked);
  const precision = weigh(answered.filter((c) => carry(c, ask.stems) > 0)) / weigh(answered);
  const f1 = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  return 0.7 * f1 + 0.3 * diceOf(ask.stems, words);
}
