import { createHash } from 'node:crypto';
import type { ConversationId } from '#domain/ids.ts';
import type { IdempotencyClaim, StoredConversation } from '#domain/ports.ts';
import type { TurnResult } from '#domain/turn.ts';
import { asFault } from './as-fault.ts';
import type { PostedMessage } from './care.ts';
import type { CareDeps } from './care-deps.ts';
import { screenForEscalation } from './screen-for-escalation.ts';

/** A posted message with what is known of it before anything is stored. */
export interface IncomingMessage {
  readonly message: string;
  readonly locale: string;
  /** Null starts a conversation. */
  readonly conversationId: ConversationId | null;
  /** Gives the stored conversation, or throws the fault that looking for it ended with. */
  conversation(): StoredConversation | null;
  readonly flagged: TurnResult | null;
  readonly claim: IdempotencyClaim | null;
}

const keyLifetimeMs = 24 * 60 * 60_000;

/** Never rejects: a message must have been screened before anything may refuse it. */
export async function readIncomingMessage(deps: CareDeps, posted: PostedMessage): Promise<IncomingMessage> {
  const { message, conversationId } = posted;
  const found = await findQuietly(deps, conversationId);
  const locale = posted.locale ?? found.stored?.locale ?? deps.defaultLocale ?? 'en';
  return {
    message,
    locale,
    conversationId,
    conversation() {
      if (found.failure !== null) throw found.failure;
      return found.stored;
    },
    flagged: screenForEscalation(deps, message, locale),
    claim: claimOf(deps, posted),
  };
}

async function findQuietly({ store }: CareDeps, id: ConversationId | null) {
  if (id === null) return { stored: null, failure: null };
  try {
    return { stored: await store.conversation(id), failure: null };
  } catch (error) {
    return { stored: null, failure: asFault(error) };
  }
}

function claimOf({ clock }: CareDeps, { idempotency, conversationId }: PostedMessage): IdempotencyClaim | null {
  if (idempotency === null) return null;
  const scoped = JSON.stringify([conversationId ?? 'new', idempotency.key]);
  return {
    keyHash: createHash('sha256').update(scoped).digest('hex'),
    bodyHash: idempotency.bodyHash,
    since: new Date(clock.now().getTime() - keyLifetimeMs),
  };
}
