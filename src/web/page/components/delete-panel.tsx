import { useState } from 'preact/hooks';
import { say } from '../locales/say.ts';
import { Sheet } from './sheet.tsx';

interface Props {
  readonly opener: Element | null;
  readonly onClose: () => void;
  /** Resolves when everything is deleted. */
  readonly onConfirm: () => Promise<void>;
}

export function DeletePanel({ opener, onClose, onConfirm }: Props) {
  const [state, setState] = useState<'asking' | 'deleting' | 'failed'>('asking');
  const confirm = () => {
    if (state === 'deleting') return;
    setState('deleting');
    onConfirm().catch(() => setState('failed'));
  };
  return (
    <Sheet kind="small" title={say('delete.title')} opener={opener} onClose={onClose}>
      <p>{say('delete.text')}</p>
      {state === 'failed' && <p role="alert">{say('delete.failed')}</p>}
      <p class="choices">
        <button type="button" class="button danger" onClick={confirm} aria-disabled={state === 'deleting'}>
          {say('delete.confirm')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {say('delete.cancel')}
        </button>
      </p>
    </Sheet>
  );
}
