import type { Comparison } from '#evaluation/gate/comparison.ts';
import { formatCount } from './format-figures.ts';

/** Below this it is no tendency. */
const FEW = 5;

const isAnswer = (name: string): boolean => name.startsWith('answered');
const isDeclined = (name: string): boolean => name.startsWith('abstained');

/** The tendency of a run in one sentence, where there is one: whether it answers more than before, or less. */
export function tellGist({ moves }: Comparison): string[] {
  const count = (test: (from: string, to: string) => boolean) =>
    moves.filter(({ from, to }) => test(from, to)).reduce((sum, { cases }) => sum + cases.length, 0);
  const more = count((from, to) => isDeclined(from) && isAnswer(to));
  const less = count((from, to) => isAnswer(from) && isDeclined(to));
  if (more >= FEW && more > 2 * less)
    return [
      `It now answers what it used to decline: ${formatCount(more)} messages, against ${formatCount(less)} the other way.`,
    ];
  if (less >= FEW && less > 2 * more)
    return [
      `It now declines what it used to answer: ${formatCount(less)} messages, against ${formatCount(more)} the other way.`,
    ];
  return [];
}
