import type { Token } from './token.ts';
import { NUMBER_KEY, prefixKey, suffixKey, type TriggerKey, wordKey } from './trigger-keys.ts';

const MIN_AFFIX = 2;
/** Longer than any affix of a rule; bounds the work for a word of thousands of letters. */
const MAX_AFFIX = 20;

export interface Affixes {
  /** All prefixes and suffixes that occur in patterns. */
  readonly prefixes: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
}

/** Where each word, beginning, ending and number of a message stands; its keys are those of `trigger-keys.ts`. */
export function indexTokens(tokens: readonly Token[], affixes: Affixes): ReadonlyMap<TriggerKey, readonly number[]> {
  const places = new Map<TriggerKey, number[]>();
  const add = (key: TriggerKey, at: number): void => {
    const list = places.get(key);
    if (!list) places.set(key, [at]);
    else if (list.at(-1) !== at) list.push(at);
  };
  const addReading = (reading: string, at: number): void => {
    add(wordKey(reading), at);
    for (let n = MIN_AFFIX; n <= Math.min(reading.length, MAX_AFFIX); n += 1) {
      const prefix = reading.slice(0, n);
      if (affixes.prefixes.has(prefix)) add(prefixKey(prefix), at);
      const suffix = reading.slice(-n);
      if (n < reading.length && affixes.suffixes.has(suffix)) add(suffixKey(suffix), at);
    }
  };
  tokens.forEach(({ word, readings, number }, at) => {
    addReading(word, at);
    for (const reading of readings) addReading(reading, at);
    if (number !== null) add(NUMBER_KEY, at);
  });
  return places;
}
