import type { Turn } from '../conversation/turn.ts';
import { say } from '../locales/say.ts';

interface Props {
  readonly turn: Turn;
  readonly onRetry: (key: string) => void;
}

/** Says of an answer that is not whole that it is not, and what can be done. */
export function TurnStatus({ turn, onRetry }: Props) {
  const { phase, key } = turn;
  if (phase === 'done') return null;
  const isPartial = turn.sentences.length > 0;
  if (phase === 'lost' || phase === 'failed' || phase === 'stopped') {
    const words =
      phase === 'lost' ? 'turn.lost' : isPartial ? (`turn.${phase}.partial` as const) : (`turn.${phase}` as const);
    return (
      <div class="status ended">
        <p {...(turn.isNew && phase !== 'stopped' && { role: 'alert' })}>{say(words)}</p>
        <button type="button" class="button" onClick={() => onRetry(key)}>
          {say(phase === 'stopped' ? 'turn.again' : 'turn.retry')}
        </button>
      </div>
    );
  }
  return (
    <p class={`status ${phase}`}>
      <span class="working" aria-hidden="true" />
      {say(`turn.${phase}`)}
    </p>
  );
}
