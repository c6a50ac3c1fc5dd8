import { LRUCache } from 'lru-cache';
import type { EvidenceModel } from '#assistant/compose/evidence-model.ts';
import type { EvidenceRules } from '#assistant/evidence/read-claim.ts';
import type { FindOrder } from '#assistant/orders/create-order-finder.ts';
import type { Thesaurus } from '#assistant/thesaurus/create-thesaurus.ts';
import type { GlossaryEntry } from '#knowledge/organisation/read-glossary.ts';
import { createTermCorrector } from '#knowledge/words/correct-term.ts';
import { tokenise } from '#knowledge/words/tokenise.ts';
import type { Alternative } from './concept.ts';
import { indexGlossary } from './glossary-index.ts';
import { mendSpelling } from './mend-spelling.ts';
import type { AskReader } from './read-ask.ts';
import type { WordList } from './read-english-words.ts';
import type { QuestionWords } from './read-question-words.ts';
import { tokensOf } from './stem-sequence.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface CorpusWords extends Vocabulary {
  /** What an unknown stem was probably meant to be, best first. */
  correct(stem: string): ReadonlyArray<{ readonly term: string; readonly edits: number }>;
}

export interface AskReaderDeps {
  readonly glossary: readonly GlossaryEntry[];
  /** Groups of everyday words and phrases that mean the same. */
  readonly everyday: ReadonlyArray<readonly string[]>;
  readonly questionWords: QuestionWords;
  readonly organisationNames: readonly string[];
  /** Lower case; none of them is taken for a misspelt word. */
  readonly englishWords: WordList;
  readonly thesaurus: Thesaurus;
  readonly model: EvidenceModel;
  readonly evidenceRules: EvidenceRules;
  readonly findOrder: FindOrder;
}

const REMEMBERED_WORDS = 5_000;
/** "teh", "wat", "plz": shorter ones are hasty writing. */
const SHORTEST_NAME = 5;

/** Reads questions by the glossary, the words of questions and whatever corpus is in use when it is asked. */
export function createAskReader(deps: AskReaderDeps): (corpus: CorpusWords) => AskReader {
  const { soft, types, neverSaid } = deps.questionWords;
  const glossary = indexGlossary(deps.glossary, deps.everyday, deps.organisationNames);
  const named = new Set([...glossary.values()].flat().flatMap(({ stems }) => stems));
  const ordinary = createTermCorrector([...soft, ...named], () => 1);

  const alternatives = new LRUCache<string, readonly Alternative[]>({ max: REMEMBERED_WORDS });
  const related = (word: string): readonly Alternative[] => {
    const known = alternatives.get(word);
    if (known) return known;
    const found = deps.thesaurus
      .related(word)
      .map((other) => ({ stems: tokensOf(other.word).map(({ stem }) => stem), strength: other.strength }))
      .filter(({ stems }) => stems.length > 0);
    alternatives.set(word, found);
    return found;
  };

  /** The same corpus gets the same reader, so that what was read of its passages is remembered. */
  let latest: { readonly of: CorpusWords['documentFrequency']; readonly reader: AskReader } | null = null;

  const readerOf = (corpus: CorpusWords): AskReader => ({
    glossary,
    vocabulary: corpus,
    soft,
    types,
    neverSaid,
    organisationNames: deps.organisationNames,
    model: deps.model,
    evidenceRules: deps.evidenceRules,
    findOrder: deps.findOrder,
    related,
    // What no dictionary knows may be a new drug or a place: nothing stands in for it either.
    namesThing: (word) =>
      deps.thesaurus.namesThing(word) ||
      (word.length >= SHORTEST_NAME && !(deps.thesaurus.knows(word) || deps.englishWords.has(word))),
    mend: (text) =>
      mendSpelling(text, {
        englishWords: deps.englishWords,
        isWord: deps.thesaurus.knows,
        frequency: (stem) => corpus.documentFrequency(stem) || (soft.has(stem) || named.has(stem) ? 1 : 0),
      }),
    correct(word, stem) {
      if (named.has(stem) || deps.englishWords.has(word)) return null;
      const candidates = [...ordinary(stem), ...corpus.correct(stem)].sort((a, b) => a.edits - b.edits);
      return candidates[0]?.term ?? null;
    },
  });

  return (corpus) => {
    if (latest?.of !== corpus.documentFrequency) latest = { of: corpus.documentFrequency, reader: readerOf(corpus) };
    return latest.reader;
  };
}

/** The stem of a single word, as the corpus counts it. */
export const stemOf = (word: string): string => tokenise(word)[0]?.stem ?? word;
