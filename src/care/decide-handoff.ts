import type { HandoffId } from '#domain/ids.ts';
import type { Outcome } from '#domain/outcome.ts';
import type { Ids } from '#domain/ports.ts';
import type { Handoff } from '#domain/turn.ts';

/** The way to a person that goes with an outcome; `open` is the conversation's open handoff, if it has one. */
export function decideHandoff(outcome: Outcome, open: Handoff | null, ids: Ids): Handoff | null {
  const create = (state: 'offered' | 'open', urgent: boolean): Handoff => ({
    id: ids.next() as HandoffId,
    state,
    urgent,
    referenceCode: null,
    expectedReplyBy: null,
  });

  switch (outcome.kind) {
    // One that a person has claimed already stays theirs: an emergency is told anew, to whoever is there.
    case 'escalated':
      return open?.state === 'open' ? { ...open, urgent: true } : create('open', true);
    case 'referred':
      return open ?? create('offered', false);
    case 'abstained':
      return outcome.abstention.reason === 'out_of_scope' ? null : (open ?? create('offered', false));
    case 'answered':
    case 'replied':
      return null;
  }
}
