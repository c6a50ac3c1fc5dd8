import { type Affixes, indexTokens } from './index-tokens.ts';
import type { Atom, Sequence } from './pattern.ts';
import type { Sentence, Token, TokenisedText } from './token.ts';
import { calledUp, NUMBER_KEY, prefixKey, suffixKey, type TriggerKey } from './trigger-keys.ts';

/** Token indexes, end exclusive. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

export type Lists = ReadonlyMap<string, readonly Sequence[]>;

/** Hits by where they start: for each start the ends. */
type HitIndex = ReadonlyMap<number, readonly number[]>;

const NOTHING: HitIndex = new Map();
const NO_PLACES: readonly number[] = [];

/** A tokenised message with everything found in it so far; each list is looked up once. */
export interface MessageView {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly keys: ReadonlySet<TriggerKey>;
  /** All matches of the sequences; none crosses a sentence's end. */
  find(sequences: readonly Sequence[]): readonly Hit[];
  /** Matches of a list, by start. */
  list(name: string): readonly Hit[];
}

export interface ViewWords extends Affixes {
  readonly lists: Lists;
  /** Per list: its sequences by the keys that call them up. */
  readonly listIndex: ReadonlyMap<string, ReadonlyMap<TriggerKey, readonly Sequence[]>>;
}

/** `computed` are lists that code finds rather than words, such as temperature readings. */
export function createMessageView(
  { tokens, sentences }: TokenisedText,
  vocabulary: ViewWords,
  computed: ReadonlyMap<string, readonly Hit[]>,
): MessageView {
  const places = indexTokens(tokens, vocabulary);
  const filled = [...computed].filter(([, hits]) => hits.length > 0).map(([name]) => name);
  const keys: ReadonlySet<TriggerKey> = new Set([...places.keys(), ...filled]);
  const listed = new Map<string, HitIndex>();
  const grouped = new Map<Atom, HitIndex>();

  const toIndex = (hits: readonly Hit[]): HitIndex => {
    if (hits.length === 0) return NOTHING;
    const index = new Map<number, number[]>();
    for (const { start, end } of hits) {
      const ends = index.get(start);
      if (!ends) index.set(start, [end]);
      else if (!ends.includes(end)) ends.push(end);
    }
    return index;
  };
  const placesOf = (atom: Atom): readonly number[] => {
    if (atom.kind === 'word') return places.get(atom.word) ?? NO_PLACES;
    if (atom.kind === 'prefix') return places.get(prefixKey(atom.prefix)) ?? NO_PLACES;
    if (atom.kind === 'suffix') return places.get(suffixKey(atom.suffix)) ?? NO_PLACES;
    if (atom.kind !== 'number') return NO_PLACES;
    return (places.get(NUMBER_KEY) ?? NO_PLACES).filter((at) => {
      const value = tokens[at]?.number ?? Number.NaN;
      return value >= atom.min && value <= atom.max;
    });
  };
  const listIndex = (name: string): HitIndex => {
    const known = listed.get(name);
    if (known) return known;
    listed.set(name, NOTHING);
    const byKey = vocabulary.listIndex.get(name);
    const index = toIndex(computed.get(name) ?? (byKey ? match(calledUp(byKey, keys)) : []));
    listed.set(name, index);
    return index;
  };
  const indexOf = (atom: Atom): HitIndex => {
    if (atom.kind === 'list') return listIndex(atom.name);
    const known = grouped.get(atom);
    if (known) return known;
    const hits =
      atom.kind === 'group' ? match(atom.options) : placesOf(atom).map((start) => ({ start, end: start + 1 }));
    const index = toIndex(hits);
    grouped.set(atom, index);
    return index;
  };
  /** A literal that does not occur decides most sequences without any further work. */
  const isPossible = (sequence: Sequence): boolean =>
    sequence.every(({ atom }) => atom.kind === 'list' || atom.kind === 'group' || placesOf(atom).length > 0);

  function matchSequence(sequence: Sequence): readonly Hit[] {
    if (!isPossible(sequence)) return [];
    let partial: Hit[] = [];
    for (const [step, { atom, gap }] of sequence.entries()) {
      const index = indexOf(atom);
      const next: Hit[] = [];
      if (step === 0) {
        for (const [start, ends] of index) for (const end of ends) next.push({ start, end });
      } else {
        for (const { start, end } of partial) {
          for (let from = end; from <= end + gap; from += 1) {
            for (const nextEnd of index.get(from) ?? NO_PLACES) next.push({ start, end: nextEnd });
          }
        }
      }
      if (next.length === 0) return [];
      partial = step > 0 && gap > 0 ? distinct(next) : next;
    }
    return partial.filter(({ start, end }) => tokens[start]?.sentence === tokens[end - 1]?.sentence);
  }

  function match(sequences: Iterable<Sequence>): readonly Hit[] {
    const hits: Hit[] = [];
    for (const sequence of sequences) for (const hit of matchSequence(sequence)) hits.push(hit);
    return hits;
  }

  return {
    tokens,
    sentences,
    keys,
    find: match,
    list: (name) =>
      [...listIndex(name)]
        .flatMap(([start, ends]) => ends.map((end) => ({ start, end })))
        .sort((a, b) => a.start - b.start),
  };
}

/** Several ways through a gap may lead to the same match: one is kept, so that partial matches stay few. */
function distinct(hits: readonly Hit[]): Hit[] {
  const seen = new Set<number>();
  return hits.filter(({ start, end }) => {
    const id = start * 0x10000 + end;
    return seen.size < seen.add(id).size;
  });
}
