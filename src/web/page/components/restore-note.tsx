import { Problem } from '../api/problem.ts';
import type { PageState } from '../conversation/page-state.ts';
import { isGone } from '../conversation/restore.ts';
import { say } from '../locales/say.ts';

interface Props {
  readonly restoring: PageState['restoring'];
  readonly onRetry: () => void;
}

export function RestoreNote({ restoring, onRetry }: Props) {
  if (restoring === 'no') return null;
  if (!(restoring instanceof Problem)) return <p class="status">{say('thread.restoring')}</p>;
  if (isGone(restoring)) return <p class="status">{say('thread.gone')}</p>;
  return (
    <div class="status ended">
      <p role="alert">{say('thread.restoreFailed')}</p>
      <button type="button" class="button" onClick={onRetry}>
        {say('turn.retry')}
      </button>
    </div>
  );
}
