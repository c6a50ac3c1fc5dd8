import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Turn } from '../conversation/turn.ts';
import { say } from '../locales/say.ts';
import { type TurnActions, TurnArticle } from './turn-article.tsx';

interface Props extends TurnActions {
  readonly turns: readonly Turn[];
  /** Whether the welcome stands above the thread; it can come late and push it out of sight. */
  readonly isWelcomed: boolean;
}

/**
 * Questions and answers, oldest first. A new question moves to the top, and again when the welcome arrives above it; after
 * that nothing moves by itself.
 */
export function Thread({ turns, isWelcomed, ...actions }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const newest = turns.at(-1)?.key;
  useLayoutEffect(() => {
    if (newest !== undefined) list.current?.lastElementChild?.scrollIntoView({ block: 'start' });
  }, [newest, isWelcomed]);
  if (turns.length === 0) return null;
  return (
    <ol class="thread" ref={list} aria-label={say('thread.label')}>
      {turns.map((turn, at) => (
        <TurnArticle key={turn.key} turn={turn} isLast={at === turns.length - 1} {...actions} />
      ))}
    </ol>
  );
}
