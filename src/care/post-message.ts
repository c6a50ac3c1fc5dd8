import { Fault } from '#domain/fault.ts';
import type { Admission } from './admission.ts';
import { asFault } from './as-fault.ts';
import type { PostedMessage, StartedTurn } from './care.ts';
import type { CareDeps } from './care-deps.ts';
import type { ConversationTokens } from './conversation-token.ts';
import { createEscalateAnyway } from './escalate-anyway.ts';
import { type IncomingMessage, readIncomingMessage } from './incoming-message.ts';
import { createStartTurn } from './start-turn.ts';
import type { TurnMemory } from './turn-memory.ts';

/** Screens, then repeats or starts the turn of a message. Races are decided by the store, not here. */
export function createPostMessage(
  deps: CareDeps,
  memory: TurnMemory,
  admission: Admission,
  tokens: ConversationTokens,
) {
  const startTurn = createStartTurn(deps, memory, admission, tokens);
  const escalateAnyway = createEscalateAnyway(deps, memory, tokens);

  async function repeatTurn({ claim, conversationId: known }: IncomingMessage): Promise<StartedTurn | null> {
    if (claim === null) return null;
    const stored = await deps.store.turnByKey(claim.keyHash, claim.since);
    if (stored === null) return null;
    if (stored.bodyHash !== claim.bodyHash) {
      throw new Fault('key_reused', 'This idempotency key was used for another message.');
    }
    const { turnId, conversationId } = stored;
    return { turnId, conversationId, conversationToken: known === null ? tokens.tokenFor(conversationId) : null };
  }

  return async (posted: PostedMessage): Promise<StartedTurn> => {
    await memory.unsettled.settle();
    const incoming = await readIncomingMessage(deps, posted);
    try {
      return (await repeatTurn(incoming)) ?? (await startTurn(incoming));
    } catch (error) {
      // The same request may have won the race since it was looked for; if that cannot be told, the refusal stands.
      const repeated = await repeatTurn(incoming).catch(() => null);
      if (repeated !== null) return repeated;
      if (incoming.flagged === null) throw asFault(error);
      return await escalateAnyway(incoming, incoming.flagged, asFault(error));
    }
  };
}
