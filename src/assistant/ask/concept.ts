import { holdsPhrase, type StemSequence } from './stem-sequence.ts';

export interface Alternative {
  readonly stems: readonly string[];
  /** 1 for the same meaning, less for a broader or narrower word. */
  readonly strength: number;
}

/** One thing a question is about, in every form that means it. */
export interface Concept {
  readonly surface: string;
  readonly alternatives: readonly Alternative[];
  /** Words near in meaning by the thesaurus: weaker than an alternative, they never stand for a name. */
  readonly related: readonly Alternative[];
  /** The glossary's kind (disease, treatment, measure…), or null for an ordinary word. */
  readonly kind: string | null;
  /** A name for which no broader or neighbouring one stands in: "immunotherapy" is not pembrolizumab. */
  readonly exact: boolean;
  /** Evidence that lacks it cannot answer the question. */
  readonly essential: boolean;
  /** Made of words that carry no fact by themselves ("by itself"): prefers evidence, never demands it. */
  readonly optional: boolean;
  /** Made of words that carry no fact at all ("give", "people"). */
  readonly plain: boolean;
  /** Inverse document frequency in the corpus; rarer words say more. */
  readonly weight: number;
}

/** How well a text carries the concept at least by a word near in meaning; never less than `carry`. */
export function carryNear(concept: Concept, text: StemSequence): number {
  let best = carry(concept, text);
  for (const { stems, strength } of concept.related) {
    if (strength > best && holdsPhrase(text, stems)) best = strength;
  }
  return best;
}

/** How well a text carries the concept: 0 not at all, 1 in the same meaning. */
export function carry(concept: Concept, text: StemSequence): number {
  let best = 0;
  for (const { stems, strength } of concept.alternatives) {
    if (strength > best && holdsPhrase(text, stems)) best = strength;
  }
  return best;
}
