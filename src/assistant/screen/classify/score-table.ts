import type { ClassifierFile } from './classifier-file.ts';
import type { Features } from './list-features.ts';

/** Scores of several linear models at once: each feature is looked up once for all. */
export interface ScoreTable {
  /** One score a model, in the order of the files, before calibration and without the encoder's part. */
  score(features: Features): Float64Array;
  /** Share of the words among the features that any of the models knows, 0 to 1; 0 where there are none. */
  familiarity(features: Features): number;
}

export function createScoreTable(files: readonly ClassifierFile[]): ScoreTable {
  const width = files.length;
  const places = new Map<string, number>();
  for (const { model } of files) {
    for (const name of Object.keys(model.weights)) if (!places.has(name)) places.set(name, places.size * width);
  }
  const weights = new Float64Array(places.size * width);
  for (const [at, { model }] of files.entries()) {
    for (const [name, weight] of Object.entries(model.weights)) weights[(places.get(name) ?? 0) + at] = weight;
  }
  const biases = files.map(({ model }) => model.bias);
  return {
    score(features) {
      const scores = Float64Array.from(biases);
      for (const name of features.keys()) {
        const place = places.get(name);
        if (place === undefined) continue;
        for (let at = 0; at < width; at += 1) scores[at] = (scores[at] as number) + (weights[place + at] as number);
      }
      return scores;
    },
    familiarity(features) {
      const words = [...features.keys()].filter((name) => name.startsWith('w:'));
      return words.length === 0 ? 0 : words.filter((name) => places.has(name)).length / words.length;
    },
  };
}
