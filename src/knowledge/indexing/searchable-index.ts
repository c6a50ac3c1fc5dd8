import { createTermCorrector } from '#knowledge/words/correct-term.ts';
import type { QueryExpansion } from '#knowledge/words/expand-query.ts';
import type { GlossaryPhrases } from '#knowledge/words/glossary-phrases.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';

/** An index with what questions to it need: spelling is corrected to words it or the glossary knows. */
export interface SearchableIndex {
  readonly index: KnowledgeIndex;
  readonly expansion: QueryExpansion;
}

export function makeSearchable(index: KnowledgeIndex, phrases: GlossaryPhrases): SearchableIndex {
  const { words } = index;
  const correct = createTermCorrector([...words.terms, ...phrases.stems], (term) => words.documentFrequency(term));
  return { index, expansion: { index: words, phrases, correct } };
}
