import { createSeededRandom } from '#evaluation/statistics/seeded-random.ts';
import type { Choose } from './mutation.ts';

/** Chooses the same from the same lists for one seed. */
export function createChoose(seed: number): Choose {
  const random = createSeededRandom(seed);
  return (list) => list[random.below(list.length)] ?? null;
}
