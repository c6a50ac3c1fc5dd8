import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEvidenceModel } from '#assistant/compose/evidence-model.ts';
import { readFigureRules } from '#assistant/evidence/figure-rules.ts';
import { readPremiseRules } from '#assistant/evidence/premise-rules.ts';
import { createOrderFinder } from '#assistant/orders/create-order-finder.ts';
import { readOrderRules } from '#assistant/orders/order-rules.ts';
import { createThesaurus } from '#assistant/thesaurus/create-thesaurus.ts';
import { readThesaurusFolder } from '#assistant/thesaurus/read-thesaurus-folder.ts';
import type { AskReaderDeps } from './create-ask-reader.ts';
import { readEnglishWords } from './read-english-words.ts';
import { readEverydayWords, readQuestionWords } from './read-question-words.ts';

/**
 * What reading questions and documents needs besides the corpus' own words, from `prompts/answer` and
 * `prompts/documents`. Throws naming the file that is bad.
 */
export async function readAskInputs(folder: string): Promise<Omit<AskReaderDeps, 'glossary' | 'organisationNames'>> {
  const text = (name: string) => readFile(join(folder, name), 'utf8');
  const [questionWords, everyday, model, figures, premises, orders] = await Promise.all([
    text('question-words.yaml').then(readQuestionWords),
    text('everyday-words.yaml').then(readEverydayWords),
    text('evidence-model.json').then(readEvidenceModel),
    text('figures.yaml').then(readFigureRules),
    text('premises.yaml').then(readPremiseRules),
    text('../documents/orders.yaml').then(readOrderRules),
  ]);
  const thesaurus = createThesaurus(readThesaurusFolder());
  const evidenceRules = { figures, premises };
  const findOrder = createOrderFinder(orders);
  return { findOrder, questionWords, everyday, model, evidenceRules, englishWords: readEnglishWords(), thesaurus };
}
