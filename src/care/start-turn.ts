import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { Admission } from './admission.ts';
import type { StartedTurn } from './care.ts';
import type { CareDeps } from './care-deps.ts';
import type { ConversationTokens } from './conversation-token.ts';
import { refuseMissing } from './find-conversation.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { firstEvent, openingUnit } from './opening-unit.ts';
import { createTurnRunner } from './run-turn.ts';
import type { RunningTurn } from './running-turns.ts';
import { createTurnChannel } from './turn-channel.ts';
import type { TurnMemory } from './turn-memory.ts';

/** Records a message and lets its turn run on by itself. */
export function createStartTurn(deps: CareDeps, memory: TurnMemory, admission: Admission, tokens: ConversationTokens) {
  const { store, ids } = deps;
  const runTurn = createTurnRunner(deps, memory);

  function run(incoming: IncomingMessage, turnId: TurnId, conversationId: ConversationId, leave: () => void): void {
    const { message, locale, flagged } = incoming;
    const controller = new AbortController();
    let markEnded: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      markEnded = resolve;
    });
    const turn: RunningTurn = {
      turnId,
      conversationId,
      message,
      locale,
      flagged,
      channel: createTurnChannel([firstEvent]),
      signal: controller.signal,
      abort: (reason) => controller.abort(reason),
      ended,
    };
    memory.running.add(turn);
    void runTurn(turn).finally(() => {
      leave();
      markEnded();
    });
  }

  return async (incoming: IncomingMessage): Promise<StartedTurn> => {
    const isFirst = incoming.conversationId === null;
    if (!isFirst) refuseMissing(incoming.conversation());
    const leave = admission.enter();
    try {
      const turnId = ids.next() as TurnId;
      const conversationId = incoming.conversationId ?? (ids.next() as ConversationId);
      await store.append(openingUnit(incoming, { turnId, conversationId }));
      run(incoming, turnId, conversationId, leave);
      return { turnId, conversationId, conversationToken: isFirst ? tokens.tokenFor(conversationId) : null };
    } catch (error) {
      leave();
      throw error;
    }
  };
}
