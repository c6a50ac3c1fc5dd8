import { type Token, tokenise } from '#knowledge/words/tokenise.ts';
import type { Concept } from './concept.ts';
import type { GlossaryIndex, GlossaryPhrase } from './glossary-index.ts';
import { inverseDocumentFrequency, type Vocabulary } from './vocabulary.ts';

export interface Lexicon {
  readonly glossary: GlossaryIndex;
  readonly vocabulary: Vocabulary;
  readonly soft: ReadonlySet<string>;
  /** The known stem that an unknown one was probably meant to be, or null. */
  readonly correct: (stem: string) => string | null;
}

/** Kinds of glossary entries that name a particular thing: swapping one for another makes a different question. */
const PARTICULAR = new Set([
  'disease',
  'treatment',
  'drug',
  'regimen',
  'measure',
  'trial',
  'marker',
  'body',
  'country',
]);

function phraseAt(text: string, tokens: readonly Token[], at: number, glossary: GlossaryIndex): GlossaryPhrase | null {
  const first = tokens[at];
  if (!first) return null;
  for (const phrase of glossary.get(first.stem) ?? []) {
    const fits = phrase.stems.every((stem, i) => tokens[at + i]?.stem === stem);
    if (fits && (phrase.exact === null || text.startsWith(phrase.exact, first.start))) return phrase;
  }
  return null;
}

function ordinaryConcept(token: Token, lexicon: Lexicon): Concept | null {
  const { soft, vocabulary } = lexicon;
  if (soft.has(token.stem)) return null;
  const known = vocabulary.documentFrequency(token.stem) > 0;
  const corrected = known ? null : lexicon.correct(token.stem);
  if (corrected !== null && soft.has(corrected)) return null;
  const stem = corrected ?? token.stem;
  return {
    surface: token.surface,
    alternatives: [{ stems: [stem], strength: corrected === null ? 1 : 0.9 }],
    kind: null,
    essential: !known && corrected === null,
    weight: inverseDocumentFrequency(stem, vocabulary),
  };
}

/** What the text is about, glossary phrases before single words; each concept once, in order. */
export function findConcepts(text: string, lexicon: Lexicon): Concept[] {
  const tokens = tokenise(text);
  const found = new Map<string, Concept>();
  for (let at = 0; at < tokens.length; ) {
    const phrase = phraseAt(text, tokens, at, lexicon.glossary);
    if (phrase) {
      const weight = Math.min(
        ...phrase.entry.alternatives
          .filter((a) => a.strength === 1 && a.stems.length > 0)
          .map((a) => Math.max(...a.stems.map((stem) => inverseDocumentFrequency(stem, lexicon.vocabulary)))),
      );
      const surface = text.slice(tokens[at]?.start ?? 0, tokens[at + phrase.stems.length - 1]?.end ?? 0);
      found.set(phrase.entry.term, {
        surface,
        alternatives: phrase.entry.alternatives,
        kind: phrase.entry.kind,
        essential: phrase.entry.kind !== null && PARTICULAR.has(phrase.entry.kind),
        weight,
      });
      at += phrase.stems.length;
      continue;
    }
    const token = tokens[at];
    const concept = token ? ordinaryConcept(token, lexicon) : null;
    const key = concept?.alternatives[0]?.stems.join(' ');
    if (concept && key !== undefined && !found.has(key)) found.set(key, concept);
    at += 1;
  }
  return [...found.values()];
}
