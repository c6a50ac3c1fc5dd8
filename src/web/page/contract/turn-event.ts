import type { WireTurnEvent } from '#wire/turn-event.ts';
import { count, list, nullable, partOf, record, type Shape, text } from '../shape.ts';
import { type Citation, citation } from './citation.ts';
import { type Fault, fault } from './fault.ts';
import { type Notice, notice } from './notice.ts';
import { type Reply, type Reviewed, reply, reviewed, type Sentence } from './reply.ts';
import { withRole } from './role.ts';

type DataOf<E extends WireTurnEvent['event']> = Extract<WireTurnEvent, { event: E }>['data'];

const started = partOf<DataOf<'turn'>>()(
  record({ turnId: text, conversationId: text, conversationToken: nullable(text) }),
);
const spoken = partOf<DataOf<'sentence'>>()(
  withRole(
    record({ index: count, text, citations: list(count), sources: list(citation), reviewed: nullable(reviewed) }),
  ),
);

export type TurnEvent =
  | { readonly event: 'turn'; readonly turnId: string; readonly conversationId: string; readonly token: string | null }
  | { readonly event: 'notice'; readonly notice: Notice }
  | {
      readonly event: 'sentence';
      readonly index: number;
      readonly sentence: Sentence;
      readonly sources: readonly Citation[];
      readonly reviewed: Reviewed | null;
    }
  | { readonly event: 'done'; readonly reply: Reply }
  | { readonly event: 'error'; readonly fault: Fault };

/** One event of the stream; null for a kind we do not know, which clients ignore. Throws when its data is unreadable. */
export function readTurnEvent(event: string, data: string): TurnEvent | null {
  const body: unknown = data === '' ? null : JSON.parse(data);
  switch (event) {
    case 'turn': {
      const { turnId, conversationId, conversationToken } = must(started, body);
      return { event, turnId, conversationId, token: conversationToken };
    }
    case 'notice':
      return { event, notice: must(notice, body) };
    case 'sentence': {
      const { index, sources, reviewed: mark, ...sentence } = must(spoken, body);
      return { event, index, sources, sentence, reviewed: mark };
    }
    case 'done':
      return { event, reply: must(reply, body) };
    case 'error':
      return { event, fault: must(fault, body) };
    default:
      return null;
  }
}

function must<T>(shape: Shape<T>, value: unknown): T {
  if (!shape(value)) throw new TypeError('An event does not have the shape of the contract');
  return value;
}
