import type { FaultCode } from '#domain/fault.ts';

/** Names of schemas in `openapi-schemas.ts`; null is an answer without a body. */
export interface Operation {
  readonly method: 'get' | 'post' | 'delete';
  /** As in the router, with `:name` parameters. */
  readonly path: string;
  readonly summary: string;
  /** `conversation` needs the bearer token; `optional` needs it once `conversationId` is given; `staff` a staff key. */
  readonly token: 'none' | 'optional' | 'conversation' | 'staff';
  readonly query?: readonly string[];
  readonly headers?: readonly string[];
  readonly request?: string;
  readonly status: 200 | 204;
  readonly reply: string | null;
  /** What the answer is when it is not JSON. */
  readonly mediaType?: 'application/x-ndjson';
  /** Events of the same route as `text/event-stream`. */
  readonly events?: string;
  readonly faults: readonly FaultCode[];
}

export const owned: readonly FaultCode[] = ['unauthenticated', 'not_found', 'erased', 'storage_unavailable'];
export const posted: readonly FaultCode[] = [
  'bad_json',
  'bad_encoding',
  'origin_refused',
  'body_too_large',
  'unsupported_media_type',
  'invalid',
  'rate_limited',
  'not_ready',
];

export const operations: readonly Operation[] = [
  { method: 'get', path: '/healthz', summary: 'Alive', token: 'none', status: 200, reply: 'Alive', faults: [] },
  {
    method: 'get',
    path: '/readyz',
    summary: 'Ready, or 503',
    token: 'none',
    status: 200,
    reply: 'Readiness',
    faults: [],
  },
  {
    method: 'get',
    path: '/v1/welcome',
    summary: 'Fixed texts and limits',
    token: 'none',
    query: ['locale'],
    status: 200,
    reply: 'Welcome',
    faults: [],
  },
  {
    method: 'post',
    path: '/v1/chat',
    summary: 'Ask; JSON, or events when Accept prefers them',
    token: 'optional',
    headers: ['Idempotency-Key'],
    request: 'ChatRequest',
    status: 200,
    reply: 'Reply',
    events: 'TurnEvent',
    faults: [...posted, ...owned, 'turn_in_progress', 'key_reused', 'too_many_turns', 'overloaded'],
  },
  {
    method: 'get',
    path: '/v1/turns/:id/events',
    summary: 'Events of a turn, from Last-Event-ID on; 204 when there are none left',
    token: 'conversation',
    headers: ['Last-Event-ID'],
    status: 200,
    reply: null,
    events: 'TurnEvent',
    faults: [...owned, 'invalid'],
  },
  {
    method: 'post',
    path: '/v1/turns/:id/cancel',
    summary: 'Stop a running turn',
    token: 'conversation',
    status: 204,
    reply: null,
    faults: [...owned, 'origin_refused', 'state_conflict'],
  },
  {
    method: 'post',
    path: '/v1/turns/:id/trim',
    summary:
      'Take out of what is kept of a turn what its message told too much; 204 also when nothing is left to take out',
    token: 'conversation',
    status: 204,
    reply: null,
    faults: [...owned, 'origin_refused', 'rate_limited', 'turn_in_progress'],
  },
  {
    method: 'post',
    path: '/v1/turns/:id/feedback',
    summary: 'Rate a turn; the latest rating counts',
    token: 'conversation',
    headers: ['Idempotency-Key'],
    request: 'FeedbackRequest',
    status: 204,
    reply: null,
    faults: [...posted.filter((code) => code !== 'not_ready'), ...owned, 'key_reused'],
  },
  {
    method: 'get',
    path: '/v1/conversations/:id',
    summary: 'History',
    token: 'conversation',
    status: 200,
    reply: 'Conversation',
    faults: owned,
  },
  {
    method: 'get',
    path: '/v1/conversations/:id/events',
    summary: 'What happens in a conversation, live; from Last-Event-ID on when given',
    token: 'conversation',
    headers: ['Last-Event-ID'],
    status: 200,
    reply: null,
    events: 'ConversationEvent',
    faults: [...owned, 'invalid'],
  },
  {
    method: 'get',
    path: '/v1/conversations/:id/export',
    summary: 'History as a file',
    token: 'conversation',
    status: 200,
    reply: 'ConversationExport',
    faults: owned,
  },
  {
    method: 'delete',
    path: '/v1/conversations/:id',
    summary: 'Erase a conversation',
    token: 'conversation',
    status: 204,
    reply: null,
    faults: [...owned, 'origin_refused'],
  },
  {
    method: 'post',
    path: '/v1/search',
    summary: 'Passages, best first',
    token: 'none',
    request: 'SearchRequest',
    status: 200,
    reply: 'SearchReply',
    faults: posted,
  },
  {
    method: 'get',
    path: '/v1/documents',
    summary: 'Published documents',
    token: 'none',
    status: 200,
    reply: 'DocumentList',
    faults: ['storage_unavailable'],
  },
  {
    method: 'get',
    path: '/v1/documents/:id',
    summary: 'One document; a slash in its id is percent-encoded',
    token: 'none',
    query: ['version'],
    status: 200,
    reply: 'Document',
    faults: ['not_found', 'withdrawn', 'storage_unavailable'],
  },
  {
    method: 'get',
    path: '/v1/passages/:id',
    summary: 'One passage',
    token: 'none',
    status: 200,
    reply: 'Passage',
    faults: ['not_found', 'withdrawn', 'storage_unavailable'],
  },
];
