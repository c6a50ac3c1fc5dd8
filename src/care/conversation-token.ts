import { createHmac, timingSafeEqual } from 'node:crypto';

/** Raising it makes every token given so far invalid. */
const generation = 1;

const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** Tokens are derived, not stored: base64url HMAC-SHA256(secret, "conversation", id, generation). */
export function createConversationTokens(secret: Buffer) {
  const tokenFor = (conversationId: string): string =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['conversation', conversationId, generation]))
      .digest('base64url');

  return {
    tokenFor,
    // Compared as text: decoded, 43 characters have spare bits, and other spellings of a token would pass.
    holdsToken: (conversationId: string, token: string): boolean =>
      tokenShape.test(token) && timingSafeEqual(Buffer.from(token), Buffer.from(tokenFor(conversationId))),
  };
}

export type ConversationTokens = ReturnType<typeof createConversationTokens>;
