import type { Lists } from './message-view.ts';
import type { Atom, Pattern, Sequence, Step } from './pattern.ts';

/** Something that must be in a message for a sequence to match: a word, a beginning, an ending, a number, a computed list. */
export type TriggerKey = string;

export const wordKey = (word: string): TriggerKey => word;
export const prefixKey = (prefix: string): TriggerKey => `${prefix}*`;
export const suffixKey = (suffix: string): TriggerKey => `*${suffix}`;
export const NUMBER_KEY: TriggerKey = '#';
const NUMBERS: ReadonlySet<TriggerKey> = new Set([NUMBER_KEY]);

export interface Triggers {
  /** One of these is in every message that the sequence matches. */
  ofSequence(sequence: Sequence): ReadonlySet<TriggerKey>;
  ofPattern(pattern: Pattern): ReadonlySet<TriggerKey>;
}

/** Finds for sequences and patterns the smallest set of keys of which a matching message must hold one. */
export function createTriggers(lists: Lists): Triggers {
  const ofList = new Map<string, ReadonlySet<TriggerKey>>();

  function literal({ atom }: Step): TriggerKey | null {
    switch (atom.kind) {
      case 'word':
        return wordKey(atom.word);
      case 'prefix':
        return prefixKey(atom.prefix);
      case 'suffix':
        return suffixKey(atom.suffix);
      default:
        return null;
    }
  }
  function ofAtom(atom: Atom): ReadonlySet<TriggerKey> {
    if (atom.kind === 'group') return ofAny(atom.options);
    if (atom.kind !== 'list') return NUMBERS;
    let keys = ofList.get(atom.name);
    if (!keys) {
      const sequences = lists.get(atom.name);
      keys = sequences ? ofAny(sequences) : new Set([atom.name]);
      ofList.set(atom.name, keys);
    }
    return keys;
  }
  function ofSequence(sequence: Sequence): ReadonlySet<TriggerKey> {
    for (const step of sequence) {
      const key = literal(step);
      if (key !== null) return new Set([key]);
    }
    const sets = sequence.map(({ atom }) => ofAtom(atom));
    return sets.reduce((best, keys) => (keys.size < best.size ? keys : best));
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
