import type { WireConversation } from '#wire/conversation.ts';
import { list, nullable, oneOf, partOf, record, type Shaped, text } from '../shape.ts';
import { reply } from './reply.ts';

export const history = partOf<WireConversation>()(
  record({
    turns: list(
      record({
        turnId: text,
        message: text,
        status: oneOf('running', 'ended', 'failed'),
        reply: nullable(reply),
        error: nullable(record({ code: text })),
      }),
    ),
  }),
);

export type History = Shaped<typeof history>;
