export interface SeededRandom {
  /** 0 to below 1. */
  next(): number;
  /** 0 to below `count`, whole. */
  below(count: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** Mean 0, deviation 1 (Box and Muller 1958). */
  normal(): number;
}

/** The same numbers for the same seed, everywhere (Mulberry32). */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (count: number) => Math.floor(next() * count);
  return {
    next,
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
