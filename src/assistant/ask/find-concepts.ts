import type { FindOrder } from '#assistant/orders/create-order-finder.ts';
import type { Token } from '#knowledge/words/tokenise.ts';
import type { Alternative, Concept } from './concept.ts';
import { amountAt } from './find-amount.ts';
import { findWordRoles, type WordRole } from './find-word-roles.ts';
import type { GlossaryConcept, GlossaryIndex, GlossaryPhrase } from './glossary-index.ts';
import { tokensOf } from './stem-sequence.ts';
import { inverseDocumentFrequency, type Vocabulary } from './vocabulary.ts';

export interface Lexicon {
  /** What of a document is meant for a machine and not for a reader: it is never said. */
  readonly findOrder: FindOrder;
  readonly glossary: GlossaryIndex;
  readonly vocabulary: Vocabulary;
  readonly soft: ReadonlySet<string>;
  /** The known stem that a word nobody knows was probably meant to be, or null. */
  readonly correct: (word: string, stem: string) => string | null;
  /** Words near in meaning to a lower-case word, by the thesaurus. */
  readonly related: (word: string) => readonly Alternative[];
  /** Whether a word that the documents do not know names a thing for which nothing else stands in. */
  readonly namesThing: (word: string) => boolean;
}

/** Kinds of glossary entries that name a particular thing: swapping one for another makes a different question. */
const PARTICULAR = new Set(['disease', 'treatment', 'drug', 'regimen', 'measure', 'trial', 'organisation']);

/** Kinds whose every entry is a name; of trials only those written as one, for "blinding" is none. */
const NAMES = new Set(['drug', 'regimen']);
const isName = (kind: string | null, term: string): boolean =>
  kind !== null && (NAMES.has(kind) || (kind === 'trial' && /\p{Lu}/u.test(term)));

/** Weight of words that carry no fact by themselves. */
const PLAIN = 0.5;

/** What is left of a treatment comparison when one arm is without it. */
const CONTROL = [['alon'], ['onli'], ['control'], ['observ']];
const WITHOUT = new Set(['without', 'no']);

/** Words nobody knows are taken for the known word nearest to them, where one is near. */
function mendSpelling(token: Token, { vocabulary, soft, correct }: Lexicon): Token {
  if (soft.has(token.stem) || vocabulary.documentFrequency(token.stem) > 0) return token;
  const corrected = correct(token.surface.toLowerCase(), token.stem);
  return corrected === null ? token : { ...token, stem: corrected };
}

function phraseAt(text: string, tokens: readonly Token[], at: number, { glossary }: Lexicon): GlossaryPhrase | null {
  const first = tokens[at];
  if (!first) return null;
  for (const phrase of glossary.get(first.stem) ?? []) {
    const fits = phrase.stems.every((stem, i) => tokens[at + i]?.stem === stem);
    if (fits && (phrase.exact === null || text.startsWith(phrase.exact, first.start))) return phrase;
  }
  return null;
}

/** The rarest word of a name tells how rare the name is; of several names, the most frequent one. */
function weigh({ alternatives }: Pick<GlossaryConcept, 'alternatives'>, vocabulary: Vocabulary): number {
  const names = alternatives.filter(({ strength }) => strength >= 0.9);
  const rarities = names.map(({ stems }) => Math.max(...stems.map((s) => inverseDocumentFrequency(s, vocabulary))));
  return Math.min(...rarities);
}

/** Verbs and adverbs say how a question is put; what it is about stands in its nouns, and in words nobody knows. */
function isOptional(role: WordRole, isKnown: boolean): boolean {
  return role === 'adverb' || ((role === 'verb' || role === 'adjective') && isKnown);
}

function phraseConcept(
  surface: string,
  { entry, stems }: GlossaryPhrase,
  { vocabulary, soft, related }: Lexicon,
  role: WordRole,
): Concept {
  const { kind, alternatives, term } = entry;
  const essential = kind !== null && PARTICULAR.has(kind);
  const plain = stems.every((stem) => soft.has(stem));
  const isKnown = alternatives.some((a) => a.stems.every((stem) => vocabulary.documentFrequency(stem) > 0));
  const optional = kind === null && (plain || isOptional(role, isKnown));
  const exact = isName(kind, term);
  return {
    surface,
    alternatives,
    related: kind === null && !plain ? related(surface.toLowerCase()) : [],
    kind,
    exact,
    essential,
    optional,
    plain,
    weight: plain ? PLAIN : weigh(entry, vocabulary),
  };
}

function wordConcept(token: Token, { soft, vocabulary, related, namesThing }: Lexicon, role: WordRole): Concept | null {
  if (soft.has(token.stem)) return null;
  const isKnown = vocabulary.documentFrequency(token.stem) > 0;
  const optional = isOptional(role, isKnown);
  return {
    surface: token.surface,
    alternatives: [{ stems: [token.stem], strength: 1 }],
    related: related(token.surface.toLowerCase()),
    kind: null,
    exact: false,
    essential: !isKnown && !optional && role !== 'verb' && namesThing(token.surface.toLowerCase()),
    optional,
    plain: false,
    weight: inverseDocumentFrequency(token.stem, vocabulary),
  };
}

/** "without CIK": the arm that had everything but CIK. */
function withoutConcept(concept: Concept): Concept {
  const alternatives = CONTROL.map((stems) => ({ stems, strength: 1 }));
  return { ...concept, surface: `without ${concept.surface}`, alternatives, kind: null, exact: false, essential: true };
}

/** A phrase is a noun when one of its words is. */
function roleOf(tokens: readonly Token[], roleAt: (offset: number) => WordRole): WordRole {
  const roles = tokens.map(({ start }) => roleAt(start));
  return roles.includes('noun') ? 'noun' : (roles.at(-1) ?? 'other');
}

/** What of the glossary a text of the documents names: no spelling to mend, no part of speech to know. Fast. */
export function findNames(text: string, lexicon: Lexicon): Concept[] {
  const tokens = tokensOf(text);
  const found = new Map<string, Concept>();
  for (let at = 0; at < tokens.length; ) {
    const phrase = phraseAt(text, tokens, at, lexicon);
    const length = phrase?.stems.length ?? 1;
    if (phrase && phrase.entry.kind !== null && !found.has(phrase.entry.term)) {
      const surface = text.slice(tokens[at]?.start, tokens[at + length - 1]?.end);
      found.set(phrase.entry.term, phraseConcept(surface, phrase, lexicon, 'noun'));
    }
    at += length;
  }
  return [...found.values()];
}

/** What the text is about, phrases of the glossary before single words; each concept once, in order. */
export function findConcepts(text: string, lexicon: Lexicon): Concept[] {
  const tokens = tokensOf(text).map((token) => mendSpelling(token, lexicon));
  const roleAt = findWordRoles(text);
  const found = new Map<string, Concept>();
  for (let at = 0; at < tokens.length; ) {
    const amount = amountAt(tokens, at);
    if (amount) {
      found.set(amount.surface, amount);
      at += 2;
      continue;
    }
    const phrase = phraseAt(text, tokens, at, lexicon);
    const length = phrase?.stems.length ?? 1;
    const first = tokens[at];
    const last = tokens[at + length - 1];
    if (!first || !last) break;
    const concept = phrase
      ? phraseConcept(text.slice(first.start, last.end), phrase, lexicon, roleOf(tokens.slice(at, at + length), roleAt))
      : wordConcept(first, lexicon, roleAt(first.start));
    const isWithout = concept?.kind === 'treatment' && WITHOUT.has(tokens[at - 1]?.stem ?? '');
    const key = phrase?.entry.term ?? first.stem;
    if (concept && !found.has(key)) found.set(key, isWithout ? withoutConcept(concept) : concept);
    at += length;
  }
  return [...found.values()];
}
