import { createAdmission } from './admission.ts';
import { cancelTurn } from './cancel-turn.ts';
import type { Care } from './care.ts';
import type { CareDeps } from './care-deps.ts';
import { createConversationTokens } from './conversation-token.ts';
import { drainTurns } from './drain-turns.ts';
import { eraseConversation } from './erase-conversation.ts';
import { findConversation } from './find-conversation.ts';
import { createFollowTurn, lastRecord } from './follow-turn.ts';
import { giveFeedback } from './give-feedback.ts';
import { createPostMessage } from './post-message.ts';
import { recoverTurns } from './recover-turns.ts';
import { trimTurn } from './trim-turn.ts';
import { createTurnMemory } from './turn-memory.ts';

const dayMs = 86_400_000;

export function createCare(deps: CareDeps): Care {
  const { store, clock, retentionDays, maxConcurrentTurns } = deps;
  const tokens = createConversationTokens(deps.secret);
  const memory = createTurnMemory(deps);
  const admission = createAdmission(maxConcurrentTurns);
  const follow = createFollowTurn(store, memory);

  return {
    ...tokens,
    post: createPostMessage(deps, memory, admission, tokens),
    follow,
    finished: (turnId) => lastRecord(follow(turnId, 0, new AbortController().signal)),
    async turn(turnId) {
      const found = memory.find(turnId) ?? (await store.turn(turnId));
      return found === null ? null : { conversationId: found.conversationId, running: found.running };
    },
    cancel: (turnId) => cancelTurn(store, memory, turnId),
    giveFeedback: (given) => giveFeedback(deps, given),
    trim: (turnId) => trimTurn(deps, memory, turnId),
    async history(id) {
      await findConversation(store, id);
      return await store.entries(id);
    },
    erase: (id) => eraseConversation(deps, memory, id),
    purge: () => store.purge(new Date(clock.now().getTime() - retentionDays * dayMs)),
    recover: () => recoverTurns(deps, memory),
    drain: (deadlineMs) => drainTurns(admission, memory, deadlineMs),
  };
}
