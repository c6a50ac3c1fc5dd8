import { say, sayCount } from '../locales/say.ts';
import { labelOf } from './label-of.ts';
import { seenSoFar } from './seen-so-far.ts';
import type { Turn } from './turn.ts';

/** A finished turn in spoken words; empty for an emergency, which its own card calls out. */
export function announcementOf(turn: Turn): string {
  const { notice, sentences, citations, reply } = seenSoFar(turn);
  if (reply === null || reply.outcome === 'escalated') return '';
  const spoken = sentences.map((sentence) => {
    const { text, citations: numbers } = sentence;
    const label = labelOf(sentence);
    const sources =
      numbers.length === 1
        ? say('announce.source', { n: numbers[0] ?? '' })
        : say('announce.sources', { list: numbers.join(', ') });
    return `${label === null ? '' : `${label}: `}${text} ${sources}`;
  });
  const missing = reply.abstention?.missing ?? [];
  return [
    notice?.title,
    notice?.text,
    missing.length > 0 ? `${say('answer.missing')} ${missing.join(', ')}.` : undefined,
    spoken.length > 0 ? say('announce.answer', { answer: spoken.join(' ') }) : undefined,
    reply.notCovered.length > 0 ? `${say('answer.notCovered')} ${reply.notCovered.join(', ')}.` : undefined,
    citations.length > 0 ? sayCount('announce.sourceCount', citations.length) : undefined,
    reply.tooMuch?.notice.text,
  ]
    .filter(Boolean)
    .join(' ');
}
