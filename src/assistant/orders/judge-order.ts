import type { ClassifierFile } from '#assistant/screen/classify/classifier-file.ts';
import { createClassifier } from '#assistant/screen/classify/create-classifier.ts';
import { createFeatureReader } from '#assistant/screen/classify/list-features.ts';
import { createScoreTable } from '#assistant/screen/classify/score-table.ts';
import type { ScreenRules } from '#assistant/screen/compile-rules.ts';
import { viewMessage } from '#assistant/screen/view-message.ts';

/**
 * Whether a sentence of a document reads as meant for a machine, by the classifier of that name: what the rules of
 * `find-order` let through is looked at once more before it is said.
 */
export function createOrderJudge(file: ClassifierFile, rules: ScreenRules): (sentence: string) => boolean {
  const classifier = createClassifier(file);
  const table = createScoreTable([file]);
  const functionWords = new Set(file.functionWords);
  const threshold = classifier.threshold('withhold');
  return (sentence) => {
    const reader = createFeatureReader({ view: viewMessage(sentence, rules, []), found: [] }, functionWords);
    return classifier.probability(table.score(reader.list(0, reader.sentences))[0] ?? 0, null) >= threshold;
  };
}
