import type { Reply as WireReply } from '#wire/reply.ts';
import { count, flag, list, nullable, oneOf, partOf, record, type Shaped, text } from '../shape.ts';
import { citation } from './citation.ts';
import { notice } from './notice.ts';
import { withRole } from './role.ts';

export const sentence = withRole(record({ text, citations: list(count) }));

/** A person's plain words, and whether somebody has signed them. */
export const reviewed = record({ reviewedBy: nullable(text), reviewedOn: nullable(text) });

export const handoff = record({
  state: oneOf('offered', 'open', 'claimed', 'waiting', 'closed'),
  urgent: flag,
  referenceCode: nullable(text),
  expectedReplyBy: nullable(text),
});

/** What should not have been sent, and the message without it. */
export const tooMuch = record({ notice, trimmed: text });

export const reply = partOf<WireReply>()(
  record({
    conversationId: text,
    conversationToken: nullable(text),
    turnId: text,
    recorded: flag,
    outcome: oneOf('answered', 'abstained', 'referred', 'escalated', 'replied'),
    reason: nullable(text),
    level: nullable(oneOf('emergency', 'urgent', 'crisis')),
    premise: nullable(text),
    answer: nullable(record({ sentences: list(sentence), reviewed: nullable(reviewed) })),
    abstention: nullable(record({ missing: list(text) })),
    notCovered: list(text),
    citations: list(citation),
    notice: nullable(notice),
    tooMuch: nullable(tooMuch),
    handoff: nullable(handoff),
    disclaimer: text,
    suggestions: list(text),
  }),
);

export type Sentence = Shaped<typeof sentence>;
export type Reviewed = Shaped<typeof reviewed>;
export type Handoff = Shaped<typeof handoff>;
export type TooMuch = Shaped<typeof tooMuch>;
export type Reply = Shaped<typeof reply>;
