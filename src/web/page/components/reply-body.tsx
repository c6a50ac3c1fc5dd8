import { seenSoFar } from '../conversation/seen-so-far.ts';
import { isUnderWay, type Turn } from '../conversation/turn.ts';
import { type Phrase, say } from '../locales/say.ts';
import { Answer } from './answer.tsx';
import { EmergencyCard } from './emergency-card.tsx';
import { HandoffState } from './handoff-state.tsx';
import { MissingParts } from './missing-parts.tsx';
import { NoticeCard } from './notice-card.tsx';
import { ReviewedNote } from './reviewed-note.tsx';
import { SourceList } from './source-list.tsx';
import { Suggestions } from './suggestions.tsx';
import type { TurnActions } from './turn-article.tsx';

interface Props extends TurnActions {
  readonly turn: Turn;
  readonly isLast: boolean;
}

function labelOf(isReferred: boolean, isReviewed: boolean): Phrase {
  if (isReferred) return 'answer.general';
  return isReviewed ? 'answer.plain' : 'answer.label';
}

export function ReplyBody({ turn, isLast, onOpen, onAsk, onPerson }: Props) {
  const { notice, sentences, citations, reviewed, reply, level } = seenSoFar(turn);
  const outcome = reply?.outcome;
  const isReferred = outcome === 'referred' || (reply === null && notice !== null);
  const look = outcome === 'abstained' ? 'abstained' : outcome === 'replied' ? 'replied' : 'referred';
  const handoff = reply?.handoff && <HandoffState handoff={reply.handoff} onPerson={onPerson} />;
  return (
    <div class="reply">
      {notice !== null && level !== null && <EmergencyCard notice={notice} level={level} isNew={turn.isNew} />}
      {notice !== null && level === null && (
        <NoticeCard notice={notice} look={look}>
          <MissingParts title={say('answer.missing')} parts={reply?.abstention?.missing ?? []} />
          {handoff}
        </NoticeCard>
      )}
      {(notice === null || level !== null) && handoff}
      {outcome === 'escalated' && reply?.recorded === false && <p class="handoff">{say('emergency.notRecorded')}</p>}
      {sentences.length > 0 && (
        <div class="answer-card">
          <h3 class="answer-label">{say(labelOf(isReferred, reviewed !== null))}</h3>
          {reviewed !== null && <ReviewedNote reviewed={reviewed} />}
          {reply?.premise != null && <p class="premise">{say('answer.premise')}</p>}
          <Answer sentences={sentences} citations={citations} onOpen={onOpen} />
          {reply !== null && <MissingParts title={say('answer.notCovered')} parts={reply.notCovered} />}
          {!isUnderWay(turn) && <SourceList citations={citations} onOpen={onOpen} />}
        </div>
      )}
      {reply !== null && <p class="disclaimer">{reply.disclaimer}</p>}
      {reply !== null && isLast && outcome !== 'escalated' && (
        <Suggestions title={say('answer.next')} questions={reply.suggestions} onAsk={onAsk} />
      )}
    </div>
  );
}
