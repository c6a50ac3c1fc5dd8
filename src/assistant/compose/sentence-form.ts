import type { Ask } from '#assistant/ask/ask.ts';
import { holdsPhrase } from '#assistant/ask/stem-sequence.ts';
import type { Candidate } from './candidate.ts';

const LEANING = /^(this|these|that|those|it|its|they|their|such|however|but|additionally|also|both|the same|here)\b/iu;
const VERDICT = /^(yes|no|theoretically yes|in most cases, yes)\b/iu;
const PULL_QUOTE = /^[“"]/u;
const DEFINES = /\b(is|are|refers to|means|stands for|involves?)\b/iu;
/** How far into a sentence its subject stands, in words and characters. */
const OPENING_WORDS = 9;
const OPENING_CHARS = 160;

/** "This is repeated …": says little away from the sentence before it. */
export const leansOnOthers = ({ text }: Candidate): boolean => LEANING.test(text);
/** "Yes — …": answers the question of its own heading only. */
export const isVerdict = ({ text }: Candidate): boolean => VERDICT.test(text);
export const isPullQuote = ({ text }: Candidate): boolean => PULL_QUOTE.test(text);

/** Whether a question for a meaning is answered by a sentence that opens with what is to be defined. */
export function definesSubject(ask: Ask, candidate: Candidate): boolean {
  const subject = ask.concepts[0];
  if (ask.type?.name !== 'definition' || !subject || ask.concepts.length > 2) return false;
  const opening = { ...candidate.own, stems: candidate.own.stems.slice(0, OPENING_WORDS) };
  const opens = subject.alternatives.some(({ stems }) => holdsPhrase(opening, stems));
  return opens && DEFINES.test(candidate.text.slice(0, OPENING_CHARS));
}
