import { exactInterval, type Proportion } from '#evaluation/statistics/exact-interval.ts';
import type { SupportJudge } from './support-judge.ts';

/** What a person said of a claim and its evidence. */
export interface HumanLabel {
  readonly claim: string;
  readonly evidence: readonly string[];
  readonly supported: boolean;
  /** Who said so; a label of nobody does not count. */
  readonly labelledBy: string | null;
  /** False for what the judge's wording or model was chosen with. */
  readonly heldOut: boolean;
}

export interface CalibrationOptions {
  /** The least balanced accuracy, from 0 to 1, that the lower bound must reach before the judge may gate. */
  readonly bar: number;
}

export interface Calibration {
  readonly judge: string;
  /** Held-out labels of people. */
  readonly labels: number;
  /** A label that the judge gave no verdict on counts as wrong, in the cell that makes it so. */
  readonly failures: number;
  readonly confusion: {
    readonly truePositives: number;
    readonly falsePositives: number;
    readonly trueNegatives: number;
    readonly falseNegatives: number;
  };
  readonly accuracy: Proportion;
  /** Of what people call supported. */
  readonly sensitivity: Proportion;
  /** Of what people call not supported: what keeps a wrong claim out. */
  readonly specificity: Proportion;
  readonly balancedAccuracy: { readonly value: number; readonly lower: number; readonly upper: number };
  readonly mayGate: boolean;
  /** Why not; empty when it may. */
  readonly reasons: readonly string[];
}

const LEAST_LABELS = 100;
const ALPHA = 0.05;

/**
 * How far a judge agrees with people, on labels held out from choosing it. Intervals are exact (Clopper and Pearson 1934) at
 * 95%; that of balanced accuracy is the mean of the bounds of sensitivity and specificity at 97.5% each (Bonferroni), which
 * covers at least 95%. No kappa: with a chosen mix of labels it measures the mix. Every label is judged, one after the other.
 */
export async function calibrateJudge(
  judge: SupportJudge,
  labels: readonly HumanLabel[],
  { bar }: CalibrationOptions,
): Promise<Calibration> {
  if (!(bar > 0.5 && bar <= 1)) throw new RangeError('The bar is above 0.5, which is chance, and at most 1.');
  const counted = labels.filter(({ labelledBy, heldOut }) => heldOut && (labelledBy ?? '').trim() !== '');
  let failures = 0;
  const right = { yes: 0, no: 0 };
  for (const { claim, evidence, supported } of counted) {
    let verdict = !supported;
    try {
      verdict = await judge.supports(claim, evidence);
    } catch {
      // No verdict is a wrong one.
      failures += 1;
    }
    if (verdict === supported) right[supported ? 'yes' : 'no'] += 1;
  }
  const positives = counted.filter(({ supported }) => supported).length;
  const negatives = counted.length - positives;
  const bounds = (successes: number, trials: number) => exactInterval(successes, trials, ALPHA / 2);
  const [yes, no] = [bounds(right.yes, positives), bounds(right.no, negatives)];
  const share = ({ successes, trials }: Proportion) => (trials === 0 ? 0 : successes / trials);
  const balancedAccuracy = {
    value: (share(yes) + share(no)) / 2,
    lower: (yes.lower + no.lower) / 2,
    upper: (yes.upper + no.upper) / 2,
  };
  const reasons = [
    ...(counted.length < LEAST_LABELS
      ? [`${counted.length} held-out labels of people; ${LEAST_LABELS} are needed`]
      : []),
    ...(positives === 0 || negatives === 0 ? ['all labels say the same'] : []),
    ...(balancedAccuracy.lower < bar
      ? [`balanced accuracy is at least ${balancedAccuracy.lower.toFixed(3)}; the bar is ${bar}`]
      : []),
  ];
  return {
    judge: judge.name,
    labels: counted.length,
    failures,
    confusion: {
      truePositives: right.yes,
      falseNegatives: positives - right.yes,
      trueNegatives: right.no,
      falsePositives: negatives - right.no,
    },
    accuracy: exactInterval(right.yes + right.no, counted.length, ALPHA),
    sensitivity: exactInterval(right.yes, positives, ALPHA),
    specificity: exactInterval(right.no, negatives, ALPHA),
    balancedAccuracy,
    mayGate: reasons.length === 0,
    reasons,
  };
}
