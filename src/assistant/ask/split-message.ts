const MAX_ASKS = 3;
const QUESTION_START =
  /^(what|how|where|when|why|who|which|is|are|am|do|does|did|can|could|will|would|should|has|have|may|might)\b/iu;
/** "…, and how much does it cost": a second question behind a conjunction. */
const SECOND_QUESTION =
  /[,;]?\s+(?:and|also|plus)\s+(?=(?:what|how|where|when|why|who|which|is it|are they|does it|do they|can it|can they)\b)/iu;

const wordCount = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

function splitSentences(text: string): string[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...segmenter.segment(text)].map((part) => part.segment.trim()).filter(Boolean);
}

/**
 * The one to three questions in a message, in order. Where sentences ask, those are the questions and the story around
 * them is left out; where none does, the whole message is one.
 */
export function splitMessage(message: string): string[] {
  const sentences = splitSentences(message.replace(/\s+/gu, ' ').trim());
  const asking = sentences.filter((s) => s.endsWith('?') || QUESTION_START.test(s));
  if (asking.length === 0) return sentences.length === 0 ? [] : [sentences.join(' ')];
  return asking
    .flatMap((sentence) => sentence.split(SECOND_QUESTION))
    .map((part) => part.trim())
    .filter((part) => wordCount(part) > 0)
    .slice(0, MAX_ASKS);
}
