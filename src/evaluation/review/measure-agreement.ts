import type { Rating, ReviewItem } from '#domain/review.ts';
import { type RubricQuestion, rubricQuestions } from '#domain/rubric.ts';
import { exactInterval, type Proportion } from '#evaluation/statistics/exact-interval.ts';
import { cohenKappa, type Kappa } from './cohen-kappa.ts';

export interface QuestionAgreement {
  readonly question: RubricQuestion;
  /** Order of rows and columns. */
  readonly options: readonly string[];
  /** Counts of items: rows are answers of the reviewer whose id comes first in the alphabet, columns of the other. */
  readonly matrix: ReadonlyArray<readonly number[]>;
  /** Items on which both gave the same answer. */
  readonly raw: Proportion;
  readonly kappa: Kappa;
  /** Final answers: both reviewers', or the adjudicator's; items that wait for one are not counted. */
  readonly final: Readonly<Record<string, number>>;
}

export interface Agreement {
  readonly items: number;
  /** Items on which any question was answered differently. */
  readonly disagreed: number;
  readonly questions: readonly QuestionAgreement[];
}

export interface AgreementReport extends Agreement {
  /** The same for every two reviewers who shared items: kappa compares two people, `questions` above mixes all pairs. */
  readonly pairs: ReadonlyArray<Agreement & { readonly reviewers: readonly [string, string] }>;
}

interface Judged {
  readonly item: ReviewItem;
  readonly pair: readonly [Rating, Rating];
}

/** How far reviewers agree, over the items with both ratings. */
export function measureAgreement(items: readonly ReviewItem[]): AgreementReport {
  const judged = items.flatMap((item) => judgedOf(item));
  const byPair = new Map<string, Judged[]>();
  for (const one of judged) {
    const key = JSON.stringify(one.pair.map(({ reviewer }) => reviewer));
    byPair.set(key, [...(byPair.get(key) ?? []), one]);
  }
  const pairs = [...byPair.values()].flatMap((shared) => {
    const [first] = shared;
    if (first === undefined) return [];
    const [a, b] = first.pair;
    return [{ reviewers: [a.reviewer, b.reviewer] as const, ...agreementOf(shared) }];
  });
  return { ...agreementOf(judged), pairs: pairs.sort((a, b) => b.items - a.items) };
}

function judgedOf(item: ReviewItem): Judged[] {
  const [a, b] = [...item.ratings].sort((one, other) => (one.reviewer < other.reviewer ? -1 : 1));
  return a === undefined || b === undefined ? [] : [{ item, pair: [a, b] }];
}

function agreementOf(judged: readonly Judged[]): Agreement {
  return {
    items: judged.length,
    disagreed: judged.filter(({ item }) => item.state !== 'agreed').length,
    questions: rubricQuestions.map(({ question, options }) => {
      const count = (row: string, column: string) =>
        judged.filter(({ pair: [a, b] }) => a.rubric[question] === row && b.rubric[question] === column).length;
      const matrix = options.map((row) => options.map((column) => count(row, column)));
      const agreed = judged.filter(({ pair: [a, b] }) => a.rubric[question] === b.rubric[question]).length;
      const final = judged.flatMap((one) => finalAnswer(one, question) ?? []);
      return {
        question,
        options,
        matrix,
        raw: exactInterval(agreed, judged.length),
        kappa: cohenKappa(matrix),
        final: Object.fromEntries(options.map((option) => [option, final.filter((given) => given === option).length])),
      };
    }),
  };
}

function finalAnswer({ item, pair: [first] }: Judged, question: RubricQuestion): string | null {
  if (item.adjudication !== null) return item.adjudication.rubric[question];
  return item.state === 'agreed' ? first.rubric[question] : null;
}
