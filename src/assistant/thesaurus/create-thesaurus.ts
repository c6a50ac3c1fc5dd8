import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { baseForms, type PartOfSpeech } from './base-forms.ts';
import { findLine } from './find-line.ts';
import { readSynset, type Synset } from './read-synset.ts';

export interface RelatedWord {
  /** Lower case; may be several words. */
  readonly word: string;
  /** 0 to 1: how near in meaning. */
  readonly strength: number;
}

export interface Thesaurus {
  /** Words near in meaning, each once with its greatest strength, the word's own base forms included. Lower case. */
  related(word: string): readonly RelatedWord[];
  /** Whether it is an English word at all, inflected or not. */
  knows(word: string): boolean;
  /** Whether its commonest meaning is a thing for which nothing else stands in: a body part, substance, food, place, state. */
  namesThing(word: string): boolean;
  /** Whether its commonest meaning is a drug, an illness or a currency, or it is an adjective of a body part or place. */
  namesPrecisely(word: string): boolean;
}

const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;

/** Senses come in order of frequency; the rare ones of a common word lead astray. */
const SENSES = 3;
/** A word with more narrower ones than this is too general to say anything by them. */
const MAX_NARROWER = 25;

/** How near a relation leads: the same meaning, the same root, a neighbour, one step up or down. */
const STRENGTH = { base: 0.9, synonym: 0.7, root: 0.7, synonymRoot: 0.5, similar: 0.5, wider: 0.4, narrower: 0.4 };
/** WordNet's fields of nouns (lexnames(5WN)): animal, body, food, location, plant, state, substance. */
const THINGS = new Set([5, 8, 13, 15, 20, 26, 27]);
/** Kinds within other fields whose members are things, too. */
const KINDS = new Set(['drug', 'medicine', 'monetary unit']);
/** Likewise of those that are names in themselves. */
const PRECISE = new Set([...KINDS, 'illness', 'disease', 'tumor', 'malignancy', 'malignant neoplasm']);
const STEPS_UP = 5;
const ROOTS = new Set(['+', '\\', '<', '=']);

/** Words looked up stay: questions share them. */
const REMEMBERED = 5_000;

/**
 * Relations between English words from WordNet 3.1 (Miller 1995; Fellbaum 1998), read from its database files in `folder`.
 * About 28 MB of file, read once into buffers outside the JavaScript heap; a word takes some tens of microseconds.
 */
export function createThesaurus(folder: string): Thesaurus {
  const read = (kind: 'index' | 'data', part: PartOfSpeech) => readFileSync(join(folder, `${kind}.${part}`));
  const files = new Map<string, Buffer>();
  const file = (kind: 'index' | 'data', part: PartOfSpeech): Buffer => {
    const known = files.get(`${kind}.${part}`) ?? read(kind, part);
    files.set(`${kind}.${part}`, known);
    return known;
  };
  const remembered = new LRUCache<string, readonly RelatedWord[]>({ max: REMEMBERED });
  const synsetAt = (part: PartOfSpeech, offset: number): Synset => readSynset(file('data', part), offset);

  function senses(form: string, part: PartOfSpeech): number[] {
    const line = findLine(file('index', part), form.replaceAll(' ', '_'));
    if (line === null) return [];
    const fields = line.trim().split(' ');
    const count = Number(fields[2]);
    return fields.slice(-count).slice(0, SENSES).map(Number);
  }

  function addSense(form: string, synset: Synset, add: (word: string, strength: number) => void): void {
    for (const word of synset.words) add(word, STRENGTH.synonym);
    const own = synset.words.indexOf(form) + 1;
    const narrower = synset.pointers.filter(({ symbol }) => symbol === '~').length;
    for (const { symbol, offset, part, source, target } of synset.pointers) {
      const lead = (strength: number) => {
        const { words } = synsetAt(part, offset);
        for (const word of target > 0 ? words.slice(target - 1, target) : words) add(word, strength);
      };
      if (ROOTS.has(symbol)) lead(source === 0 || source === own ? STRENGTH.root : STRENGTH.synonymRoot);
      else if (symbol === '&') lead(STRENGTH.similar);
      else if (symbol === '@') lead(STRENGTH.wider);
      else if (symbol === '~' && narrower <= MAX_NARROWER) lead(STRENGTH.narrower);
    }
  }

  function lookUp(word: string): readonly RelatedWord[] {
    const found = new Map<string, number>();
    const add = (other: string, strength: number) => {
      if (strength > (found.get(other) ?? 0)) found.set(other, strength);
    };
    for (const part of PARTS) {
      for (const form of baseForms(word, part)) {
        const offsets = senses(form, part);
        if (offsets.length > 0) add(form, STRENGTH.base);
        for (const offset of offsets) addSense(form, synsetAt(part, offset), add);
      }
    }
    return [...found].map(([other, strength]) => ({ word: other, strength }));
  }

  const firstNoun = (word: string): Synset | null => {
    for (const form of baseForms(word, 'noun')) {
      const [offset] = senses(form, 'noun');
      if (offset !== undefined) return synsetAt('noun', offset);
    }
    return null;
  };

  /** "pancreatic": of the pancreas. */
  const pertainsTo = (word: string): Synset | null => {
    const [offset] = senses(word, 'adj');
    const pointer =
      offset === undefined ? null : synsetAt('adj', offset).pointers.find(({ symbol }) => symbol === '\\');
    return pointer ? synsetAt(pointer.part, pointer.offset) : null;
  };

  /** "rupee": a monetary unit, "warfarin": a drug, some steps up. */
  const isOfKind = (synset: Synset, kinds: ReadonlySet<string>, steps = STEPS_UP): boolean =>
    synset.words.some((word) => kinds.has(word)) ||
    (steps > 0 &&
      synset.pointers.some(
        ({ symbol, part, offset }) => symbol === '@' && isOfKind(synsetAt(part, offset), kinds, steps - 1),
      ));

  return {
    knows: (word) => PARTS.some((part) => baseForms(word, part).some((form) => senses(form, part).length > 0)),
    namesThing(word) {
      const synset = firstNoun(word) ?? pertainsTo(word);
      return synset !== null && (THINGS.has(synset.field) || isOfKind(synset, KINDS));
    },
    namesPrecisely(word) {
      const noun = firstNoun(word);
      if (noun !== null) return isOfKind(noun, PRECISE);
      const of = pertainsTo(word);
      return of !== null && THINGS.has(of.field);
    },
    related(word) {
      const known = remembered.get(word) ?? lookUp(word);
      remembered.set(word, known);
      return known;
    },
  };
}
