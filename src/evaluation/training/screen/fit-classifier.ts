import { createHash } from 'node:crypto';
import type { ClassifierFile } from '#assistant/screen/classify/classifier-file.ts';
import type { Features } from '#assistant/screen/classify/list-features.ts';
import { fitSparseLogistic, type SparseRows } from '#evaluation/training/fit-sparse-logistic.ts';
import { calibrate, type Scored } from './calibrate.ts';
import type { SeenMessage } from './seen-message.ts';

export interface Example {
  readonly message: SeenMessage;
  readonly isPositive: boolean;
}

export interface FittedClassifier extends Pick<ClassifierFile, 'calibration' | 'model'> {
  /** Each example as judged by a model that had not seen its group, in order. */
  readonly heldOut: readonly Scored[];
}

/** A feature of fewer messages is left out: nothing can be learned of it. */
const LEAST_MESSAGES = 5;
const RIDGE = 10;
/** A weight below it changes no decision, and would fill the file. */
const NEGLIGIBLE = 0.02;
const FOLDS = 5;
/** What the encoder's unit vectors are multiplied by, so that the penalty does not silence them. */
const VECTOR_SCALE = 5;

const foldOf = ({ group }: SeenMessage): number => createHash('sha256').update(group).digest().readUInt32BE(0) % FOLDS;
const round = (value: number): number => Number(value.toPrecision(3));

interface Linear {
  readonly bias: number;
  readonly dense: readonly number[];
  readonly weights: ReadonlyMap<string, number>;
}

function packRows(
  examples: readonly Example[],
  seen: readonly Features[],
  places: ReadonlyMap<string, number>,
): SparseRows {
  const lists = seen.map((features) => [...features.keys()].flatMap((name) => places.get(name) ?? []));
  const starts = new Int32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
  const width = examples[0]?.message.vector?.length ?? 0;
  const dense = new Float32Array(width * examples.length);
  if (width > 0)
    for (const [at, { message }] of examples.entries())
      dense.set(message.vector?.map((value) => value * VECTOR_SCALE) ?? [], at * width);
  return {
    count: lists.length,
    starts,
    features: Int32Array.from(lists.flat()),
    dimensions: places.size,
    dense,
    width,
  };
}

function fitLinear(examples: readonly Example[], seen: readonly Features[]): Linear {
  const counts = new Map<string, number>();
  for (const features of seen) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].flatMap(([name, count]) => (count >= LEAST_MESSAGES ? [name] : [])).sort();
  const places = new Map(names.map((name, at) => [name, at]));
  const rows = packRows(examples, seen, places);
  const { bias, weights, dense } = fitSparseLogistic(
    rows,
    examples.map(({ isPositive }) => isPositive),
    RIDGE,
  );
  const kept = names.flatMap((name, at): Array<[string, number]> => {
    const weight = weights[at] ?? 0;
    return Math.abs(weight) >= NEGLIGIBLE ? [[name, round(weight)]] : [];
  });
  kept.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1));
  return { bias: round(bias), dense: [...dense].map((w) => round(w * VECTOR_SCALE)), weights: new Map(kept) };
}

function score({ bias, weights, dense }: Linear, features: Features | undefined, vector: Float32Array | null): number {
  let sum = bias;
  for (const name of features?.keys() ?? []) sum += weights.get(name) ?? 0;
  for (const [at, weight] of dense.entries()) sum += weight * (vector?.[at] ?? 0);
  return sum;
}

/** Fits a linear model to the examples, and says how it judges groups that it has not seen. Deterministic. */
export function fitClassifier(examples: readonly Example[], functionWords: readonly string[]): FittedClassifier {
  const kept = new Set(functionWords);
  const seen = examples.map(({ message }) => message.features(kept));
  const heldOut: Scored[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isIn = examples.map(({ message }) => foldOf(message) !== fold);
    const model = fitLinear(
      examples.filter((_, at) => isIn[at]),
      seen.filter((_, at) => isIn[at]),
    );
    for (const [at, { message, isPositive }] of examples.entries()) {
      if (!isIn[at]) heldOut[at] = { score: score(model, seen[at], message.vector), isPositive };
    }
  }
  const model = fitLinear(examples, seen);
  return {
    calibration: calibrate(heldOut),
    model: { ...model, dense: [...model.dense], weights: Object.fromEntries(model.weights) },
    heldOut,
  };
}
