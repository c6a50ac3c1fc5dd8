import type { ScreenRules } from './compile-rules.ts';
import { findTemperatures } from './find-temperatures.ts';
import { createMessageView, type MessageView } from './message-view.ts';
import { normaliseText } from './normalise-text.ts';
import { tokeniseMessage } from './tokenise-message.ts';

/** A message as the rules see it. `earlier` tells a bare "38.2" from a count: fever or treatment spoken of before. */
export function viewMessage(raw: string, rules: ScreenRules, earlier: readonly MessageView[]): MessageView {
  const text = tokeniseMessage(normaliseText(raw.slice(0, rules.thresholds.maxScreenedChars)), rules.tokeniser);
  const questions = text.sentences.filter(({ question }) => question).map(({ end }) => ({ start: end - 1, end }));
  const computed = new Map([
    ['@question', questions],
    ['@start', [{ start: 0, end: 0 }]],
    ['@end', [{ start: text.tokens.length, end: text.tokens.length }]],
  ]);
  const plain = createMessageView(text, rules, computed);
  if (!text.tokens.some(({ number }) => number !== null)) return plain;
  const speaksOf = (name: string): boolean => [plain, ...earlier].some((view) => view.list(name).length > 0);
  const temperatures = findTemperatures(plain, rules.thresholds, {
    onTreatment: speaksOf('on-treatment'),
    feverSpoken: speaksOf('temperature.cue') || speaksOf('fever-medicine'),
  });
  if ([...temperatures.values()].every((hits) => hits.length === 0)) return plain;
  return createMessageView(text, rules, new Map([...computed, ...temperatures]));
}
