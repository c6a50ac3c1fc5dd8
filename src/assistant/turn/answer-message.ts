import type { Ask } from '#assistant/ask/ask.ts';
import type { AskReader } from '#assistant/ask/read-ask.ts';
import { createCitationList } from '#assistant/compose/cite.ts';
import type { Citation, CitedSentence, ReviewedMark } from '#domain/outcome.ts';
import type { RetrievedPassage } from '#domain/passage.ts';
import type { Release, TurnTrace } from '#domain/turn.ts';
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

/**
 * Answers every question of a message from the evidence and releases each verified sentence. `found` holds what was
 * retrieved for each ask, in their order. `today` is ISO.
 */
export async function answerMessage(
  asks: readonly Ask[],
  found: ReadonlyArray<Promise<readonly RetrievedPassage[]>>,
  reader: AskReader,
  evidence: Evidence,
  today: string,
  release: (piece: Release) => Promise<void>,
  signal: AbortSignal,
): Promise<MessageAnswer> {
  const answers: AskAnswer[] = [];
  for (const [at, ask] of asks.entries()) {
    const retrieved = (await found[at]) ?? [];
    await evidence.giveWay();
    answers.push(await answerAsk(ask, retrieved, reader, evidence, signal));
  }
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
