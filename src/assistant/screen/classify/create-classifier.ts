import type { ClassifierFile } from './classifier-file.ts';
import type { Features } from './list-features.ts';

/** How a message was judged. */
export interface Judged {
  /** 0 to 1. */
  readonly probability: number;
  /** The features that spoke most for it, strongest first. */
  readonly because: readonly string[];
}

export interface Classifier {
  readonly id: string;
  threshold(name: string): number;
  /** `features` as `listFeatures` gives them. Throws where a vector is needed and has another length. */
  judge(features: Features, vector: Float32Array | null): Judged;
}

const REASONS = 3;

/** A linear model over what `listFeatures` sees, with or without the encoder's vector. */
export function createClassifier({ id, model, calibration, thresholds }: ClassifierFile): Classifier {
  const weights = new Map(Object.entries(model.weights));
  return {
    id,
    threshold(name) {
      const value = thresholds[name];
      if (value === undefined) throw new Error(`${id}: no threshold is called ${name}`);
      return value;
    },
    judge(features, vector) {
      if (model.dense.length > 0 && vector?.length !== model.dense.length)
        throw new Error(`${id}: the vector has not ${model.dense.length} dimensions`);
      let score = model.bias;
      const speaking: Array<readonly [feature: string, weight: number]> = [];
      for (const feature of features.keys()) {
        const weight = weights.get(feature);
        if (weight === undefined) continue;
        score += weight;
        if (weight > 0) speaking.push([feature, weight]);
      }
      for (const [at, weight] of model.dense.entries()) score += weight * (vector?.[at] ?? 0);
      speaking.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return {
        probability: 1 / (1 + Math.exp(-(calibration.slope * score + calibration.offset))),
        because: speaking.slice(0, REASONS).map(([feature]) => feature),
      };
    },
  };
}
