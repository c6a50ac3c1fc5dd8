import type { Ask } from '#assistant/ask/ask.ts';
import { findNames } from '#assistant/ask/find-concepts.ts';
import { type AskReader, readAsk } from '#assistant/ask/read-ask.ts';
import { resolveFollowUp } from '#assistant/ask/resolve-follow-up.ts';
import { splitMessage } from '#assistant/ask/split-message.ts';
import { createCitationList } from '#assistant/compose/cite.ts';
import type { Citation, CitedSentence, ReviewedMark } from '#domain/outcome.ts';
import type { PastTurn, Release, TurnTrace } from '#domain/turn.ts';
import { type AskAnswer, answerAsk, type Evidence } from './answer-ask.ts';
import { inTurn } from './in-turn.ts';

export interface MessageAnswer {
  readonly asks: readonly Ask[];
  readonly sentences: readonly CitedSentence[];
  /** Set when they are a reviewed answer's. */
  readonly reviewed?: ReviewedMark;
  readonly citations: readonly Citation[];
  /** Texts of the questions without evidence. */
  readonly notCovered: readonly string[];
  readonly missing: readonly string[];
  readonly premise: 'corrected' | null;
  readonly rejected: readonly string[];
  readonly retrieved: TurnTrace['retrieved'];
}

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
export function readAsks(message: string, history: readonly PastTurn[], reader: AskReader): Ask[] {
  let earlier = history.findLast((turn) => turn.asks.length > 0)?.asks.at(-1) ?? null;
  return splitMessage(message).map(({ question, story }) => {
    const mended = reader.mend(question);
    const resolved = resolveFollowUp(mended, earlier ?? lastNaming(reader.mend(story), reader), reader);
    earlier = resolved.text;
    return readAsk(resolved, reader);
  });
}

/** Answers every question of a message from the evidence and releases each verified sentence. `today` is ISO. */
export async function answerMessage(
  asks: readonly Ask[],
  reader: AskReader,
  evidence: Evidence,
  today: string,
  release: (piece: Release) => Promise<void>,
  signal: AbortSignal,
): Promise<MessageAnswer> {
  const answers: AskAnswer[] = [];
  for (const ask of asks) answers.push(await answerAsk(ask, reader, evidence, signal));
  const list = createCitationList(today);
  const sentences: CitedSentence[] = [];
  for (const { candidate, document, role } of inTurn(answers)) {
    signal.throwIfAborted();
    const { sentence: cited, sources } = list.cite(candidate, document);
    const sentence: CitedSentence = role === undefined ? cited : { ...cited, role };
    await release({ type: 'sentence', index: sentences.length, sentence, sources });
    sentences.push(sentence);
  }
  return {
    asks,
    sentences,
    citations: list.all(),
    notCovered: asks.filter((_, i) => (answers[i]?.verified.length ?? 0) === 0).map((ask) => ask.text),
    missing: answers.flatMap((answer) => answer.missing),
    premise: answers.some((answer) => answer.premise === 'corrected' && answer.verified.length > 0)
      ? 'corrected'
      : null,
    rejected: answers.flatMap((answer) => answer.rejected),
    retrieved: answers.flatMap((a, ask) =>
      a.retrieved.map(({ passage, score }) => ({ ask, passageId: passage.id, score })),
    ),
  };
}
