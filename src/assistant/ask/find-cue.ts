import type { Concept } from './concept.ts';
import type { FactType } from './read-question-words.ts';

/** Asked besides another kind: "how many months longer" is a duration and a difference. */
export const CHANGE = 'change';

export interface Cue {
  readonly type: FactType;
  /** The words that asked for this kind of fact, lower case. */
  readonly words: readonly string[];
}

/** What kind of fact the question asks for, by the words that ask; the first kind that fits. */
export function findCue(text: string, concepts: readonly Concept[], types: readonly FactType[]): Cue | null {
  for (const type of types) {
    if (type.name === CHANGE) continue;
    // "What is the response rate of X in Y" wants a fact about X, not what a word means.
    if (type.name === 'definition' && concepts.length > 1) continue;
    const words = type.cues.flatMap((cue) => cue.exec(text)?.[0].toLowerCase() ?? []);
    if (words.length > 0) return { type, words };
  }
  return null;
}

/** Words that asked for the kind of fact are met by a fact of that kind. */
export function withoutCue(concepts: readonly Concept[], cue: Cue | null): Concept[] {
  if (!cue?.type.needs) return [...concepts];
  const isCue = (surface: string) => cue.words.some((words) => words.includes(surface.toLowerCase()));
  return concepts.filter(({ kind, surface }) => kind !== null || !isCue(surface));
}
