import type { Atom, Sequence } from './pattern.ts';
import type { Sentence, Token, TokenisedText } from './token.ts';

/** Token indexes, end exclusive. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

export type Lists = ReadonlyMap<string, readonly Sequence[]>;

/** Hits by where they start: for each start the ends, ascending. */
type HitIndex = ReadonlyMap<number, readonly number[]>;

const NOTHING: HitIndex = new Map();
const NO_PLACES: readonly number[] = [];
const MIN_PREFIX = 2;

/** A tokenised message with everything found in it so far; each list is looked up once. */
export interface MessageView {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** All matches of the sequences, by start; none crosses a sentence's end. */
  find(sequences: readonly Sequence[]): readonly Hit[];
  list(name: string): readonly Hit[];
}

export interface ViewWords {
  readonly lists: Lists;
  /** All prefixes and suffixes that occur in patterns. */
  readonly prefixes: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
}

function indexWords(tokens: readonly Token[], { prefixes, suffixes }: ViewWords) {
  const words = new Map<string, number[]>();
  const starts = new Map<string, number[]>();
  const ends = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, at: number): void => {
    const places = map.get(key);
    if (!places) map.set(key, [at]);
    else if (places.at(-1) !== at) places.push(at);
  };
  tokens.forEach(({ word, readings }, at) => {
    for (const reading of [word, ...readings]) {
      add(words, reading, at);
      for (let n = MIN_PREFIX; n <= reading.length; n += 1) {
        const prefix = reading.slice(0, n);
        if (prefixes.has(prefix)) add(starts, prefix, at);
        const suffix = reading.slice(-n);
        if (n < reading.length && suffixes.has(suffix)) add(ends, suffix, at);
      }
    }
  });
  return { words, starts, ends };
}

/** `computed` are lists that code finds rather than words, such as temperature readings. */
export function createMessageView(
  { tokens, sentences }: TokenisedText,
  vocabulary: ViewWords,
  computed: ReadonlyMap<string, readonly Hit[]>,
): MessageView {
  const { lists } = vocabulary;
  const { words, starts, ends: endings } = indexWords(tokens, vocabulary);
  const listed = new Map<string, HitIndex>();
  const grouped = new Map<Atom, HitIndex>();

  const toIndex = (hits: Iterable<Hit>): HitIndex => {
    const index = new Map<number, number[]>();
    for (const { start, end } of hits) {
      const ends = index.get(start);
      if (!ends) index.set(start, [end]);
      else if (!ends.includes(end)) ends.push(end);
    }
    return index.size === 0 ? NOTHING : index;
  };

  const places = (atom: Atom): readonly number[] => {
    if (atom.kind === 'word') return words.get(atom.word) ?? NO_PLACES;
    if (atom.kind === 'prefix') return starts.get(atom.prefix) ?? NO_PLACES;
    if (atom.kind === 'suffix') return endings.get(atom.suffix) ?? NO_PLACES;
    if (atom.kind !== 'number') return NO_PLACES;
    return tokens.flatMap(({ number }, i) => (number !== null && number >= atom.min && number <= atom.max ? [i] : []));
  };

  const indexOf = (atom: Atom): HitIndex => {
    if (atom.kind === 'list') {
      let index = listed.get(atom.name);
      if (!index) {
        listed.set(atom.name, NOTHING);
        index = toIndex(computed.get(atom.name) ?? match(lists.get(atom.name) ?? []));
        listed.set(atom.name, index);
      }
      return index;
    }
    let index = grouped.get(atom);
    if (!index) {
      index =
        atom.kind === 'group'
          ? toIndex(match(atom.options))
          : toIndex(places(atom).map((start) => ({ start, end: start + 1 })));
      grouped.set(atom, index);
    }
    return index;
  };

  function matchSequence(sequence: Sequence): Hit[] {
    // A literal that does not occur decides most sequences without any further work.
    for (const { atom } of sequence) {
      if ((atom.kind === 'word' || atom.kind === 'prefix' || atom.kind === 'suffix') && places(atom).length === 0)
        return [];
    }
    let partial: Hit[] = [];
    sequence.forEach(({ atom, gap }, step) => {
      if (step > 0 && partial.length === 0) return;
      const index = indexOf(atom);
      if (step === 0) {
        for (const [start, ends] of index) for (const end of ends) partial.push({ start, end });
        return;
      }
      const longer = new Map<number, Set<number>>();
      for (const { start, end } of partial) {
        for (let next = end; next <= end + gap; next += 1) {
          for (const nextEnd of index.get(next) ?? NO_PLACES) {
            const ends = longer.get(start) ?? new Set();
            longer.set(start, ends.add(nextEnd));
          }
        }
      }
      partial = [...longer].flatMap(([start, ends]) => Array.from(ends, (end) => ({ start, end })));
    });
    return partial.filter(({ start, end }) => tokens[start]?.sentence === tokens[end - 1]?.sentence);
  }

  function match(sequences: readonly Sequence[]): Hit[] {
    return sequences.flatMap(matchSequence);
  }

  return {
    tokens,
    sentences,
    find: match,
    list: (name) =>
      [...indexOf({ kind: 'list', name })]
        .flatMap(([start, ends]) => ends.map((end) => ({ start, end })))
        .sort((a, b) => a.start - b.start),
  };
}
