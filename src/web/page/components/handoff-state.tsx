import type { Handoff } from '../contract/reply.ts';
import { say, sayTime } from '../locales/say.ts';

interface Props {
  readonly handoff: Handoff;
  readonly onPerson: () => void;
}

/** Whether a person knows; only what is true. */
export function HandoffState({ handoff, onPerson }: Props) {
  if (handoff.state === 'offered') {
    return (
      <p class="handoff">
        <button type="button" class="button" aria-haspopup="dialog" onClick={onPerson}>
          {say('person.open')}
        </button>
      </p>
    );
  }
  const told = {
    open: 'person.told',
    claimed: 'person.claimed',
    waiting: 'person.told',
    closed: 'person.closed',
  } as const;
  return (
    <div class="handoff">
      <p>{say(told[handoff.state])}</p>
      {handoff.urgent && <p>{say('person.doNotWait')}</p>}
      {handoff.referenceCode !== null && <p>{say('person.reference', { code: handoff.referenceCode })}</p>}
      {handoff.expectedReplyBy !== null && <p>{say('person.reply', { time: sayTime(handoff.expectedReplyBy) })}</p>}
    </div>
  );
}
