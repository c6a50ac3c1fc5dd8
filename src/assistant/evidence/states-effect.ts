import type { Candidate } from '#assistant/compose/candidate.ts';
import type { FigureRules } from './figure-rules.ts';
import { findFigures } from './find-figures.ts';

/** Whether the sentence states how well something works or what harm it does, in numbers or in words. */
export function statesEffect({ text, retrieved }: Candidate, rules: FigureRules): boolean {
  if (rules.notEffect.test(text)) return false;
  if (rules.inWords.some((pattern) => pattern.test(text))) return true;
  const headings = retrieved.passage.headingPath.slice(-1).join(' ');
  const said = `${headings} ${text}`;
  return findFigures(text, rules).some(({ kind }) =>
    rules.effectKinds.has(kind)
      ? kind === 'hazard_ratio' || rules.effect.test(said)
      : kind === 'duration' && rules.lifeSpan.test(said) && /\b(months?|years?)\b/iu.test(text),
  );
}
