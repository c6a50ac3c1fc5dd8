import type { FaultCode } from '#domain/fault.ts';
import { type Operation, posted } from './openapi-operations.ts';

const staff: readonly FaultCode[] = ['unauthenticated', 'forbidden', 'rate_limited', 'storage_unavailable'];
const ofItem: readonly FaultCode[] = [...staff, 'not_found', 'erased'];
const toItem: readonly FaultCode[] = [
  ...ofItem,
  ...posted.filter((code) => code !== 'not_ready' && code !== 'rate_limited'),
  'state_conflict',
];

function review(operation: Pick<Operation, 'method' | 'path' | 'summary' | 'reply' | 'faults'> & Partial<Operation>) {
  return { token: 'staff', status: 200, ...operation } as const satisfies Operation;
}

export const reviewOperations: readonly Operation[] = [
  review({
    method: 'get',
    path: '/v1/review/items',
    summary: 'The queue of what is to be reviewed, oldest first',
    query: ['state', 'source', 'rating', 'mine', 'after', 'limit'],
    reply: 'ReviewList',
    faults: [...staff, 'invalid'],
  }),
  review({
    method: 'get',
    path: '/v1/review/items/:id',
    summary: 'One item: question, reply with citations, feedback, and the ratings its reader may see',
    reply: 'ReviewItem',
    faults: ofItem,
  }),
  review({
    method: 'post',
    path: '/v1/review/items/:id/ratings',
    summary: 'Rate an item; two reviewers, each once',
    request: 'RatingRequest',
    reply: 'ReviewItem',
    faults: toItem,
  }),
  review({
    method: 'post',
    path: '/v1/review/items/:id/adjudication',
    summary: 'Decide where two reviewers disagree',
    request: 'AdjudicationRequest',
    reply: 'ReviewItem',
    faults: toItem,
  }),
  review({
    method: 'post',
    path: '/v1/review/items/:id/promotion',
    summary: 'Make a case of a real question, in words that point at nobody',
    request: 'PromotionRequest',
    reply: 'Promotion',
    faults: toItem,
  }),
  review({
    method: 'get',
    path: '/v1/review/agreement',
    summary: 'How far reviewers agree, for each question of the rubric',
    reply: 'Agreement',
    faults: staff,
  }),
  review({
    method: 'get',
    path: '/v1/review/ratings',
    summary: 'Items with both ratings, one a line',
    reply: null,
    mediaType: 'application/x-ndjson',
    faults: staff,
  }),
  review({
    method: 'get',
    path: '/v1/review/promoted',
    summary: 'Cases made of real questions, one a line',
    reply: null,
    mediaType: 'application/x-ndjson',
    faults: staff,
  }),
];
