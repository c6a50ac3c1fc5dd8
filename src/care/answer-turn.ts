import type { ConversationState, TurnResult } from '#domain/turn.ts';
import type { CareDeps } from './care-deps.ts';
import { findConversation } from './find-conversation.ts';
import { pastTurns } from './past-turns.ts';
import { createReleaseRecorder } from './release-recorder.ts';
import type { RunningTurn } from './running-turns.ts';

export interface AnsweredTurn {
  readonly result: TurnResult;
  /** The state that the result was reached from. */
  readonly startedFrom: ConversationState;
}

/** Lets the assistant answer. Ends when `turn.signal` aborts even if the assistant does not listen to it. */
export async function answerTurn(
  { store, assistant }: Pick<CareDeps, 'store' | 'assistant'>,
  turn: RunningTurn,
): Promise<AnsweredTurn> {
  const { message, locale, signal, conversationId } = turn;
  const { state } = await findConversation(store, conversationId);
  const history = pastTurns(await store.entries(conversationId));
  const recorder = createReleaseRecorder(store, turn);
  try {
    const result = await orAbort(
      assistant.respond({ message, locale, history, state }, recorder.release, signal),
      signal,
    );
    await recorder.close();
    return { result, startedFrom: state };
  } catch (error) {
    // Whatever is still being written must be in its place before the turn's end is.
    await Promise.allSettled([recorder.close()]);
    throw error;
  }
}

function orAbort<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
