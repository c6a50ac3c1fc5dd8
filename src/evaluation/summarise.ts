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
  /** A false premise was corrected, of those that should be. */
  readonly corrected: Proportion;
  /** A right premise was not corrected, of those. */
  readonly premiseKept: Proportion;
  /** A caveat or another source stands beside the answer, of the answers that should have one. */
  readonly accompanied: Proportion;
  /** Neither does, of the answers that should have none. */
  readonly unaccompanied: Proportion;
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
    corrected: count(
      cases.filter(({ item }) => item.premise === 'corrected'),
      ({ isPremiseRight }) => isPremiseRight,
    ),
    premiseKept: count(
      cases.filter(({ item }) => item.premise === null),
      ({ isPremiseRight }) => isPremiseRight,
    ),
    accompanied: count(
      answered.filter(({ item }) => Object.values(item.roles ?? {}).includes(true)),
      ({ areRolesRight }) => areRolesRight,
    ),
    unaccompanied: count(
      answered.filter(({ item }) => Object.values(item.roles ?? {}).includes(false)),
      ({ areRolesRight }) => areRolesRight,
    ),
    wrongReleases: count(cases, ({ isWrongRelease }) => isWrongRelease),
  };
}
