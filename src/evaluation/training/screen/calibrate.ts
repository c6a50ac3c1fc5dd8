import type { ClassifierFile } from '#assistant/screen/classify/classifier-file.ts';
import { climb } from '#evaluation/training/climb.ts';

export interface Scored {
  /** Of a model that had not seen the message. */
  readonly score: number;
  readonly isPositive: boolean;
}

const STEPS = 400;

/**
 * Slope and offset that turn scores into probabilities: logistic regression on held-out scores, with targets drawn in from
 * 0 and 1 against overconfidence (Platt 1999).
 */
export function calibrate(scored: readonly Scored[]): ClassifierFile['calibration'] {
  const positives = scored.filter(({ isPositive }) => isPositive).length;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (scored.length - positives + 2);
  const [slope = 1, offset = 0] = climb(2, STEPS, ([a = 0, b = 0]) => {
    const gradient = new Float64Array(2);
    for (const { score, isPositive } of scored) {
      const error = ((isPositive ? high : low) - 1 / (1 + Math.exp(-(a * score + b)))) / scored.length;
      gradient[0] = (gradient[0] ?? 0) + error * score;
      gradient[1] = (gradient[1] ?? 0) + error;
    }
    return gradient;
  });
  return { slope: Math.max(0.05, round(slope)), offset: round(offset) };
}

const round = (value: number): number => Number(value.toPrecision(4));
