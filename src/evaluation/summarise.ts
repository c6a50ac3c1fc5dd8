import { exactInterval, type Proportion } from './exact-interval.ts';
import type { ScoredCase } from './score-case.ts';

export interface Summary {
  readonly name: string;
  /** Cases in which an answer is expected: all facts stated, of all of them. */
  readonly right: Proportion;
  /** An answer was released, of those in which one is expected. */
  readonly answered: Proportion;
  /** All facts stated, of those answered. */
  readonly rightOfAnswered: Proportion;
  /** All facts in the quotes, of those right. */
  readonly cited: Proportion;
  /** All facts in the first passages, of those in which an answer is expected. */
  readonly found: Proportion;
  /** Expected to abstain, and did. */
  readonly abstained: Proportion;
  /** Something was released though nothing should have been, or without an asked fact, of all cases. */
  readonly wrongReleases: Proportion;
}

const count = (cases: readonly ScoredCase[], is: (scored: ScoredCase) => boolean): Proportion =>
  exactInterval(cases.filter(is).length, cases.length);

/** Rates of one suite, or of one slice of it, each over its own denominator: nothing is averaged across kinds. */
export function summarise(name: string, cases: readonly ScoredCase[]): Summary {
  const answerable = cases.filter(({ item }) => item.expected.outcome === 'answered');
  const unanswerable = cases.filter(({ item }) => item.expected.outcome === 'abstained');
  const answered = answerable.filter(({ reply }) => reply.answer !== null);
  return {
    name,
    right: count(answerable, ({ isRight }) => isRight),
    answered: count(answerable, ({ reply }) => reply.answer !== null),
    rightOfAnswered: count(answered, ({ isRight }) => isRight),
    cited: count(
      answerable.filter(({ isRight }) => isRight),
      ({ isCited }) => isCited,
    ),
    found: count(answerable, ({ isFound }) => isFound),
    abstained: count(unanswerable, ({ isRight }) => isRight),
    wrongReleases: count(cases, ({ isWrongRelease }) => isWrongRelease),
  };
}
