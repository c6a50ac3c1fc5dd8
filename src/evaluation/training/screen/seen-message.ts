import type { Features } from '#assistant/screen/classify/list-features.ts';
import type { TrainingMessage } from './training-message.ts';

/** A message as the classifiers see it, before skeletons are made of it. */
export interface SeenMessage extends TrainingMessage {
  readonly features: (functionWords: ReadonlySet<string>) => Features;
  /** Its words, each once. */
  readonly words: ReadonlySet<string>;
  /** Null where the classifier sees words alone. */
  readonly vector: Float32Array | null;
}

/** Of the commonest words of all messages, those that skeletons keep. */
const FUNCTION_WORDS = 150;

export function commonestWords(messages: readonly SeenMessage[]): string[] {
  const counts = new Map<string, number>();
  for (const { words } of messages) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, FUNCTION_WORDS)
    .map(([word]) => word)
    .sort();
}
