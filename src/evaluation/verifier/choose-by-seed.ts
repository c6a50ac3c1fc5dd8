import type { Choose } from './mutation.ts';

/** Chooses the same from the same lists for one seed (mulberry32). */
export function createChoose(seed: number): Choose {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return (list) => list[Math.floor(next() * list.length)] ?? null;
}
