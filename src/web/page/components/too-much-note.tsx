import { useState } from 'preact/hooks';
import type { TooMuch } from '../contract/reply.ts';
import { say } from '../locales/say.ts';
import { Paragraphs } from './paragraphs.tsx';

interface Props {
  readonly tooMuch: TooMuch;
  /** Resolves when it is removed from what is kept. */
  readonly onTrim: () => Promise<void>;
  readonly onKeep: () => void;
}

/** Below an answer: what need not have been sent, and the offer to take it out. */
export function TooMuchNote({ tooMuch: { notice }, onTrim, onKeep }: Props) {
  const [state, setState] = useState<'asking' | 'removing' | 'failed'>('asking');
  const remove = () => {
    if (state === 'removing') return;
    setState('removing');
    onTrim().catch(() => setState('failed'));
  };
  return (
    <div class="notice too-much">
      <div lang={notice.locale} dir="auto">
        {notice.title !== '' && <h3>{notice.title}</h3>}
        <Paragraphs text={notice.text} />
      </div>
      {state === 'failed' && <p role="alert">{say('tooMuch.failed')}</p>}
      <p class="choices">
        <button type="button" class="button" onClick={remove} aria-disabled={state === 'removing'}>
          {say('tooMuch.remove')}
        </button>
        <button type="button" class="button quiet" onClick={onKeep}>
          {say('tooMuch.keep')}
        </button>
      </p>
    </div>
  );
}
