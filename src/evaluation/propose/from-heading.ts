import type { EvidenceUnit, Passage } from '#domain/passage.ts';
import { listFigures } from './list-figures.ts';
import type { Proposal } from './proposal.ts';
import { verbatim } from './verbatim.ts';

/** Fewer words ("Yes", "In most cases") begin many a sentence. */
const MIN_WORDS = 4;
const MAX_WORDS = 10;

/** The first clause of a sentence, short enough to be found in an answer that says no more than it must. */
function clauseOf(text: string): string {
  const words = text.split(/\s+/u);
  const clause =
    text
      .split(/\s+[—–]\s+|[;:.](?:\s|$)|,\s/u, 1)[0]
      ?.trim()
      .split(/\s+/u) ?? words;
  return (clause.length < MIN_WORDS ? words : clause)
    .slice(0, MAX_WORDS)
    .join(' ')
    .replace(/[.,;:]$/u, '');
}

/** "No." and "Yes." are no fact that can be looked for: the sentence after them is. */
const statesSomething = ({ text }: EvidenceUnit): boolean => text.split(/\s+/u).length > 2;

/**
 * The question of a heading that its passage answers. Its fact is the first figure of the answer's first sentence, or else
 * how that sentence begins. Of an answer cut into several passages only the first counts.
 */
export function proposeFromHeading(passage: Passage, before: Passage | undefined): Proposal[] {
  const question = passage.headingPath.at(-1);
  const first = passage.units.find((unit) => statesSomething(unit) && unit.text !== question);
  if (passage.kind !== 'question_answer' || question === undefined || first === undefined) return [];
  if (before?.kind === 'question_answer' && before.headingPath.join('\n') === passage.headingPath.join('\n')) return [];
  const fact = listFigures(first.text)[0]?.fact ?? clauseOf(first.text);
  return [{ question, fact: [fact], passage, words: verbatim(first, passage), from: 'heading' }];
}
