import type { Refusal } from '../conversation/page-state.ts';
import { say, sayProblem } from '../locales/say.ts';
import { Countdown } from './countdown.tsx';
import { EmergencyLine } from './emergency-line.tsx';
import { ReadyProgress } from './ready-progress.tsx';
import { useOnline } from './use-online.ts';

interface Props {
  readonly refusal: Refusal;
  readonly onRetry: () => void;
}

/** Why a question was not taken, in plain words, and what happens next. */
export function RefusalNote({ refusal, onRetry }: Props) {
  const { code, retryAfterSeconds, notice } = refusal.problem;
  useOnline(code === 'offline', onRetry);
  return (
    <div class="refusal">
      <div role="alert">
        <p>
          <strong>{sayProblem(code)}</strong> {say('refusal.kept')}
          {code === 'not_ready' && ` ${say('refusal.automatic')}`}
          {code === 'offline' && ` ${say('refusal.online')}`}
        </p>
        {notice !== null && <EmergencyLine notice={notice} />}
      </div>
      {code === 'not_ready' && <ReadyProgress onReady={onRetry} />}
      {code !== 'not_ready' && retryAfterSeconds !== null && (
        <Countdown key={refusal.key} seconds={retryAfterSeconds} />
      )}
      {code !== 'not_ready' && (
        <button type="button" class="button" onClick={onRetry}>
          {say('refusal.retry')}
        </button>
      )}
    </div>
  );
}
