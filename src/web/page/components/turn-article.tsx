import type { Citation } from '../contract/citation.ts';
import { isUnderWay, type Turn } from '../conversation/turn.ts';
import { say } from '../locales/say.ts';
import { ReplyBody } from './reply-body.tsx';
import { TooMuchNote } from './too-much-note.tsx';
import { TurnStatus } from './turn-status.tsx';

export interface TurnActions {
  readonly onOpen: (citation: Citation) => void;
  readonly onAsk: (question: string) => void;
  readonly onRetry: (key: string) => void;
  readonly onTrim: (key: string) => Promise<void>;
  readonly onKeep: (key: string) => void;
  readonly onPerson: () => void;
}

interface Props extends TurnActions {
  readonly turn: Turn;
  readonly isLast: boolean;
}

/** One question and what came of it. */
export function TurnArticle({ turn, isLast, ...actions }: Props) {
  return (
    <li class="turn" id={`turn-${turn.key}`} aria-busy={isUnderWay(turn)}>
      <h2 class="question" tabIndex={-1} dir="auto">
        <span class="visually-hidden">{say('thread.asked')} </span>
        {turn.question}
      </h2>
      <ReplyBody turn={turn} isLast={isLast} {...actions} />
      {turn.reply?.tooMuch != null && (
        <TooMuchNote
          tooMuch={turn.reply.tooMuch}
          onTrim={() => actions.onTrim(turn.key)}
          onKeep={() => actions.onKeep(turn.key)}
        />
      )}
      <TurnStatus turn={turn} onRetry={actions.onRetry} />
    </li>
  );
}
