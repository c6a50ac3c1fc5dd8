import type { ClassifierFile } from './classifier-file.ts';
import type { Features } from './list-features.ts';

export interface Classifier {
  readonly id: string;
  threshold(name: string): number;
  /** 0 to 1, from the score of a `ScoreTable`. Throws where a vector is needed and has another length. */
  probability(score: number, vector: Float32Array | null): number;
  /** The features that spoke most for it, strongest first. */
  because(features: Features): readonly string[];
}

const REASONS = 3;

/** A linear model over what a feature reader sees, with or without the encoder's vector. */
export function createClassifier({ id, model, calibration, thresholds }: ClassifierFile): Classifier {
  return {
    id,
    threshold(name) {
      const value = thresholds[name];
      if (value === undefined) throw new Error(`${id}: no threshold is called ${name}`);
      return value;
    },
    probability(score, vector) {
      if (model.dense.length > 0 && vector?.length !== model.dense.length)
        throw new Error(`${id}: the vector has not ${model.dense.length} dimensions`);
      let sum = score;
      for (const [at, weight] of model.dense.entries()) sum += weight * (vector?.[at] ?? 0);
      return 1 / (1 + Math.exp(-(calibration.slope * sum + calibration.offset)));
    },
    because(features) {
      const speaking = [...features.keys()].filter((name) => (model.weights[name] ?? 0) > 0);
      const weightOf = (name: string): number => model.weights[name] ?? 0;
      return speaking.sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1)).slice(0, REASONS);
    },
  };
}
