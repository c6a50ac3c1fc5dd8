import { createHash } from 'node:crypto';
import type { Feedback } from '#domain/feedback.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { PostedMessage } from './care.ts';
import type { CareDeps } from './care-deps.ts';

export interface GivenFeedback {
  readonly conversationId: ConversationId;
  readonly turnId: TurnId;
  readonly feedback: Feedback;
  readonly idempotency: PostedMessage['idempotency'];
}

const keyLifetimeMs = 24 * 60 * 60_000;

/** Writes down what a reader says of a turn. Faults: `not_found`, `erased`, `key_reused`, `storage_unavailable`. */
export async function giveFeedback({ store, clock }: Pick<CareDeps, 'store' | 'clock'>, given: GivenFeedback) {
  const { conversationId, turnId, feedback, idempotency } = given;
  const claim = idempotency && {
    keyHash: createHash('sha256')
      .update(JSON.stringify(['feedback', turnId, idempotency.key]))
      .digest('hex'),
    bodyHash: idempotency.bodyHash,
    since: new Date(clock.now().getTime() - keyLifetimeMs),
  };
  await store.append({ conversationId, claim, entries: [{ kind: 'feedback', turnId, feedback }] });
}
