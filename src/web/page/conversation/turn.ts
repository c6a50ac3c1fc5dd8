import type { Problem } from '../api/problem.ts';
import type { Citation } from '../contract/citation.ts';
import type { Notice } from '../contract/notice.ts';
import type { Reply, Reviewed, Sentence } from '../contract/reply.ts';

/**
 * `sending`, `waiting` (behind another question), `streaming`, `reconnecting` and `stopping` are under way; the others are
 * ends. `lost`: the connection did not come back, the answer may exist. `failed`: the server ended it with an error.
 */
export type Phase =
  | 'sending'
  | 'waiting'
  | 'streaming'
  | 'reconnecting'
  | 'stopping'
  | 'done'
  | 'stopped'
  | 'lost'
  | 'failed';

export interface Turn {
  /** Idempotency key; also this turn's name on this side. */
  readonly key: string;
  readonly question: string;
  readonly turnId: string | null;
  readonly lastEventId: string | null;
  readonly phase: Phase;
  /** False for what a reload brought back: that is not announced again. */
  readonly isNew: boolean;
  readonly notice: Notice | null;
  readonly sentences: readonly Sentence[];
  readonly sources: readonly Citation[];
  /** Whose plain words the sentences are; null when they are the documents' own. */
  readonly reviewed: Reviewed | null;
  /** The whole reply; null until it is complete. */
  readonly reply: Reply | null;
  readonly problem: Problem | null;
}

export function newTurn(key: string, question: string): Turn {
  return {
    key,
    question,
    turnId: null,
    lastEventId: null,
    phase: 'sending',
    isNew: true,
    notice: null,
    sentences: [],
    sources: [],
    reviewed: null,
    reply: null,
    problem: null,
  };
}

export function isUnderWay({ phase }: Turn): boolean {
  return ['sending', 'waiting', 'streaming', 'reconnecting', 'stopping'].includes(phase);
}
