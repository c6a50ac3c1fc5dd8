import type { Candidate } from './candidate.ts';
import type { Ranked } from './rank-candidates.ts';

const MAX_SENTENCES = 3;
const MAX_WORDS = 120;
/** A further sentence is at most so much worse; on the scale of the model's log-odds. */
const NEARLY = 3;
/** From here on two sentences say the same. */
const SAME = 0.7;
/** The same where neither states a figure that the other does not. */
const SAME_FIGURE = 0.45;

const words = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
const FIGURE = /[~+−-]?\d[\d,.]*(?:\s?[–-]\s?\d[\d,.]*)?\s?%?/gu;
const figuresOf = (text: string): string[] => [...new Set(text.match(FIGURE) ?? [])];

function overlap(a: Candidate, b: Candidate): number {
  const left = new Set(a.own.stems);
  const right = new Set(b.own.stems);
  const shared = [...left].filter((stem) => right.has(stem)).length;
  return shared / Math.max(1, Math.min(left.size, right.size));
}

/** Says nothing new: mostly the same words, or only figures that were said and hardly another word. */
function repeats(next: Candidate, said: Candidate): boolean {
  const figures = figuresOf(next.text);
  const isSameFigure = figures.length > 0 && figures.every((figure) => figuresOf(said.text).includes(figure));
  return next.text === said.text || overlap(said, next) >= (isSameFigure ? SAME_FIGURE : SAME);
}

function fits(chosen: readonly Candidate[], next: Candidate): boolean {
  const length = chosen.reduce((sum, c) => sum + words(c.text), words(next.text));
  return length <= MAX_WORDS && !chosen.some((said) => repeats(next, said));
}

/** Sentences of the passage that holds the best stand together and in order; the rest follow by rank. */
function inReadingOrder(chosen: readonly Candidate[]): Candidate[] {
  const passage = chosen[0]?.retrieved.passage.id;
  const together = chosen.filter((c) => c.retrieved.passage.id === passage).sort((a, b) => a.position - b.position);
  return [...together, ...chosen.filter((c) => c.retrieved.passage.id !== passage)];
}

/** From here on a heading asks the very question. */
const SAME_QUESTION = 0.7;

/**
 * The best candidate and at most two that are nearly as good and say something new; `usable` is best first. Where the
 * heading above the best asks the very question, its answer is read on in order instead: a concession is not its answer.
 */
export function chooseSentences(usable: readonly Ranked[]): Candidate[] {
  const [best] = usable;
  if (!best) return [];
  const isItsAnswer = (best.features['match'] ?? 0) >= SAME_QUESTION;
  const { passage } = best.candidate.retrieved;
  const from = isItsAnswer && best.features['typed'] === 0 ? 0 : best.candidate.position;
  const readOn = usable
    .filter(({ candidate: c }) => isItsAnswer && c.retrieved.passage.id === passage.id && c.position >= from)
    .map(({ candidate }) => candidate)
    .sort((a, b) => a.position - b.position);
  const nearly = usable.filter(({ score }) => score >= best.score - NEARLY).map(({ candidate }) => candidate);
  const chosen: Candidate[] = [];
  for (const candidate of [...(isItsAnswer ? readOn : [best.candidate]), ...(readOn.length > 1 ? [] : nearly)]) {
    if (chosen.length === MAX_SENTENCES) break;
    if (fits(chosen, candidate)) chosen.push(candidate);
  }
  return inReadingOrder(chosen);
}
