import { z } from 'zod';
import type { Entry } from '#domain/conversation.ts';
import type { StoredConversation, StoredTurn } from '#domain/ports.ts';
import { decodeJson } from './decode-json.ts';
import { entryBodySchema } from './entry-schema.ts';
import { conversationId, turnId } from './id-schema.ts';
import { stateSchema } from './turn-schema.ts';

const conversationSchema = z.object({
  id: conversationId,
  locale: z.string(),
  state: z.string(),
  createdAt: z.string(),
  lastSeq: z.int(),
  erasedAt: z.string().nullable(),
});
const turnSchema = z.object({
  turnId,
  conversationId,
  running: z.literal([0, 1]).transform((running) => running === 1),
  bodyHash: z.string().nullable(),
});
const entrySchema = z.object({ conversationId, seq: z.int(), at: z.string(), body: z.string() });

export const conversationColumns = `id, locale, state, created_at AS "createdAt", last_seq AS "lastSeq",
  erased_at AS "erasedAt"`;
export const turnColumns = `t.id AS "turnId", t.conversation_id AS "conversationId", t.running AS running,
  k.body_hash AS "bodyHash"`;
export const entryColumns = 'conversation_id AS "conversationId", seq, at, body';

export function readConversation(row: unknown): StoredConversation {
  const { state, ...columns } = conversationSchema.parse(row);
  return { ...columns, state: decodeJson(stateSchema, state) };
}

export function readTurn(row: unknown): StoredTurn {
  return turnSchema.parse(row);
}

export function readEntry(row: unknown): Entry {
  const { body, ...columns } = entrySchema.parse(row);
  return { ...columns, body: decodeJson(entryBodySchema, body) };
}
