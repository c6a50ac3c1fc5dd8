import { readFileSync } from 'node:fs';
import { indexGlossary } from '#assistant/ask/glossary-index.ts';
import type { AskReader } from '#assistant/ask/read-ask.ts';
import { readQuestionWords } from '#assistant/ask/read-question-words.ts';
import { readEvidenceModel } from '#assistant/compose/evidence-model.ts';
import { readFigureRules } from '#assistant/evidence/figure-rules.ts';
import { readPremiseRules } from '#assistant/evidence/premise-rules.ts';
import { createOrderFinder } from '#assistant/orders/create-order-finder.ts';
import { readOrderRules } from '#assistant/orders/order-rules.ts';
import { listTerms } from '#knowledge/words/list-terms.ts';

const promptFile = (name: string) =>
  readFileSync(new URL(`../../prompts/answer/${name}.yaml`, import.meta.url), 'utf8');

/** The rules as shipped. */
export const evidenceRules = {
  figures: readFigureRules(promptFile('figures')),
  premises: readPremiseRules(promptFile('premises')),
};

export const findShippedOrder = createOrderFinder(
  readOrderRules(readFileSync(new URL('../../prompts/documents/orders.yaml', import.meta.url), 'utf8')),
);

const questionWords = readQuestionWords(
  readFileSync(new URL('../../prompts/answer/question-words.yaml', import.meta.url), 'utf8'),
);

const entry = (term: string, kind: string, aliases: string[] = [], caseSensitive = false) => ({
  term,
  kind,
  aliases,
  related: [],
  meaning: `${term}.`,
  caseSensitive,
});

const glossary = [
  entry('CIK', 'treatment', ['CIK cells', 'CIK therapy']),
  entry('CAR-T', 'treatment'),
  entry('gastric cancer', 'disease', ['stomach cancer']),
  entry('lung cancer', 'disease'),
  entry('ALL', 'disease', ['acute lymphoblastic leukaemia'], true),
  entry('side effects', 'side-effect', ['adverse events']),
];

/** A reader whose corpus is the given texts, one passage each. */
export function askReaderOver(texts: readonly string[]): AskReader {
  const frequency = new Map<string, number>();
  for (const text of texts) {
    for (const term of new Set(listTerms(text))) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return {
    glossary: indexGlossary(glossary, [], ['Harbour Clinic']),
    vocabulary: { size: texts.length, documentFrequency: (stem) => frequency.get(stem) ?? 0 },
    soft: questionWords.soft,
    correct: () => null,
    model: readEvidenceModel(
      readFileSync(new URL('../../prompts/answer/evidence-model.json', import.meta.url), 'utf8'),
    ),
    mend: (text) => text,
    related: () => [],
    namesThing: () => true,
    neverSaid: [],
    types: questionWords.types,
    organisationNames: ['Harbour Clinic'],
    evidenceRules,
    findOrder: findShippedOrder,
  };
}
