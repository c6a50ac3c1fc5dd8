import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { say } from '../locales/say.ts';
import { Counter } from './counter.tsx';

interface Props {
  readonly draft: string;
  readonly maxChars: number;
  readonly isAnswering: boolean;
  readonly onWrite: (draft: string) => void;
  readonly onAsk: (question: string) => void;
  readonly onStop: () => void;
}

/**
 * Where a question is written. Sending is never locked, neither by length nor while an answer is on its way: the server
 * looks for an emergency in whatever is sent before it refuses anything.
 */
export function Composer({ draft, maxChars, isAnswering, onWrite, onAsk, onStop }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const question = draft.trim();
  const canStop = isAnswering && question === '';

  const submit = (event: TargetedEvent<HTMLElement>) => {
    event.preventDefault();
    if (question !== '') onAsk(question);
    else if (isAnswering) onStop();
    else box.current?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (question !== '') onAsk(question);
  };

  return (
    <form class="composer" aria-label={say('composer.label')} onSubmit={submit}>
      <label class="visually-hidden" for="question">
        {say('composer.label')}
      </label>
      <div class="composer-row">
        <textarea
          id="question"
          ref={box}
          rows={2}
          value={draft}
          placeholder={say('composer.placeholder')}
          aria-describedby="question-count question-keys"
          enterkeyhint="send"
          autocomplete="off"
          onInput={(event) => onWrite(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="button primary send">
          {say(canStop ? 'composer.stop' : 'composer.send')}
        </button>
      </div>
      <Counter length={question.length} maxChars={maxChars} />
      <p class="composer-foot">{say('composer.foot')}</p>
      <p class="visually-hidden" id="question-keys">
        {say('composer.keys')}
      </p>
    </form>
  );
}
