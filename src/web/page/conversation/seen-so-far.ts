import type { Citation } from '../contract/citation.ts';
import type { Notice } from '../contract/notice.ts';
import type { Reply, Reviewed, Sentence } from '../contract/reply.ts';
import type { Turn } from './turn.ts';

export interface SeenSoFar {
  readonly notice: Notice | null;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly reviewed: Reviewed | null;
  readonly reply: Reply | null;
  readonly level: 'emergency' | 'urgent' | 'crisis' | null;
}

/** What of a turn can be shown now: the whole reply, or the pieces that have come. */
export function seenSoFar({ reply, notice, sentences, sources, reviewed }: Turn): SeenSoFar {
  if (reply === null) {
    return {
      notice,
      sentences: sentences.filter(Boolean),
      citations: sources,
      reviewed,
      reply,
      level: levelOf(notice),
    };
  }
  return {
    notice: reply.notice,
    sentences: reply.answer?.sentences ?? [],
    citations: reply.citations,
    reviewed: reply.answer?.reviewed ?? null,
    reply,
    level: reply.outcome === 'escalated' ? (reply.level ?? 'emergency') : null,
  };
}

const levels = ['emergency', 'urgent', 'crisis'] as const;

/** The level is told with the last event only, and an emergency card must not wait for that: its name says it before. */
function levelOf(notice: Notice | null): SeenSoFar['level'] {
  return levels.find((level) => level === notice?.id) ?? null;
}
