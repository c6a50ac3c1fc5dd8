import type { Lists } from './message-view.ts';
import type { Atom, Pattern, Sequence } from './pattern.ts';

/** Something that must be in a message for a sequence to match: a word, a beginning, an ending, a number, a computed list. */
export type TriggerKey = string;

export const wordKey = (word: string): TriggerKey => word;
export const prefixKey = (prefix: string): TriggerKey => `${prefix}*`;
export const suffixKey = (suffix: string): TriggerKey => `*${suffix}`;
export const NUMBER_KEY: TriggerKey = '#';

export interface Triggers {
  /** One of these is in every message that the sequence matches. */
  ofSequence(sequence: Sequence): ReadonlySet<TriggerKey>;
  ofPattern(pattern: Pattern): ReadonlySet<TriggerKey>;
}

/** Finds for sequences and patterns the smallest set of keys of which a matching message must hold one. */
export function createTriggers(lists: Lists): Triggers {
  const ofList = new Map<string, ReadonlySet<TriggerKey>>();

  function ofAtom(atom: Atom): ReadonlySet<TriggerKey> {
    switch (atom.kind) {
      case 'word':
        return new Set([wordKey(atom.word)]);
      case 'prefix':
        return new Set([prefixKey(atom.prefix)]);
      case 'suffix':
        return new Set([suffixKey(atom.suffix)]);
      case 'number':
        return new Set([NUMBER_KEY]);
      case 'group':
        return ofAny(atom.options);
      case 'list': {
        const known = ofList.get(atom.name);
        if (known) return known;
        const sequences = lists.get(atom.name);
        const keys = sequences ? ofAny(sequences) : new Set([atom.name]);
        ofList.set(atom.name, keys);
        return keys;
      }
    }
  }
  function ofSequence(sequence: Sequence): ReadonlySet<TriggerKey> {
    let best: ReadonlySet<TriggerKey> = new Set();
    for (const { atom } of sequence) {
      const keys = ofAtom(atom);
      if (best.size === 0 || keys.size < best.size) best = keys;
      if (best.size === 1) break;
    }
    return best;
  }
  function ofAny(options: readonly Sequence[]): ReadonlySet<TriggerKey> {
    const all = new Set<TriggerKey>();
    for (const option of options) for (const key of ofSequence(option)) all.add(key);
    return all;
  }
  function ofPattern({ terms }: Pattern): ReadonlySet<TriggerKey> {
    const sets = terms.filter(({ role }) => role === 'evidence').map(({ options }) => ofAny(options));
    return sets.reduce((best, keys) => (keys.size < best.size ? keys : best));
  }
  return { ofSequence, ofPattern };
}

/** Values by the keys that call them up. */
export function indexByKey<T>(items: Iterable<T>, keysOf: (item: T) => Iterable<TriggerKey>): Map<TriggerKey, T[]> {
  const index = new Map<TriggerKey, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = index.get(key);
      if (list) list.push(item);
      else index.set(key, [item]);
    }
  }
  return index;
}

/** The items that a message with these keys can match, each once, in no particular order. */
export function calledUp<T>(index: ReadonlyMap<TriggerKey, readonly T[]>, keys: Iterable<TriggerKey>): Set<T> {
  const found = new Set<T>();
  for (const key of keys) for (const item of index.get(key) ?? []) found.add(item);
  return found;
}
