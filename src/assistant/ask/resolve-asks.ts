import type { PastTurn } from '#domain/turn.ts';
import { findNames } from './find-concepts.ts';
import type { AskReader } from './read-ask.ts';
import { type ResolvedQuestion, resolveFollowUp } from './resolve-follow-up.ts';
import { splitMessage } from './split-message.ts';

/** The last of some sentences that names a treatment, a disease…: what a question without a subject is about. */
function lastNaming(story: string, reader: AskReader): string | null {
  const sentences = story.split(/(?<=[.!?])\s+/u);
  const names = (sentence: string) => findNames(sentence, reader).some(({ essential }) => essential);
  return sentences.findLast((sentence) => sentence !== '' && names(sentence)) ?? null;
}

/**
 * The questions of a message, each made to stand alone: the first leans on the conversation or on what was told before it,
 * the next on the one before.
 */
export function resolveAsks(message: string, history: readonly PastTurn[], reader: AskReader): ResolvedQuestion[] {
  let earlier = history.findLast((turn) => turn.asks.length > 0)?.asks.at(-1) ?? null;
  return splitMessage(message).map(({ question, story }) => {
    const mended = reader.mend(question);
    const resolved = resolveFollowUp(mended, earlier ?? lastNaming(reader.mend(story), reader), reader);
    earlier = resolved.text;
    return resolved;
  });
}

/** What is searched for: the question, and what it leans on. */
export const queryOf = ({ text, context }: Pick<ResolvedQuestion, 'text' | 'context'>): string =>
  [text, ...context.map((concept) => concept.surface)].join(' ');
