import type { Context } from 'hono';
import type { Care } from '#care/care.ts';
import { Fault } from '#domain/fault.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import { idPattern } from '#wire/id.ts';
import type { AppEnv } from './app-env.ts';

/** The bearer token. Fault: `unauthenticated` when none was sent. */
function readBearer(c: Context<AppEnv>): string {
  const token = /^Bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (token === undefined) throw new Fault('unauthenticated', 'No bearer token');
  return token;
}

/**
 * The conversation, for who holds its token. An unknown one and a wrong token are both `not_found`, so that nobody learns
 * which conversations exist.
 */
export function requireConversation(c: Context<AppEnv>, care: Care, id: string): ConversationId {
  const token = readBearer(c);
  if (!idPattern.test(id) || !care.holdsToken(id, token)) throw new Fault('not_found', 'No such conversation');
  return id as ConversationId;
}

/** The turn, for who holds the token of its conversation. Faults: `unauthenticated`, `not_found`. */
export async function requireTurn(c: Context<AppEnv>, care: Care, id: string) {
  const token = readBearer(c);
  const turn = idPattern.test(id) ? await care.turn(id as TurnId) : null;
  if (turn === null || !care.holdsToken(turn.conversationId, token)) throw new Fault('not_found', 'No such turn');
  return { ...turn, turnId: id as TurnId };
}
