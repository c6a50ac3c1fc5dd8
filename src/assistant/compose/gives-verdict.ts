import type { Ask } from '#assistant/ask/ask.ts';
import { sequenceStems } from '#assistant/ask/stem-sequence.ts';
import type { Candidate } from './candidate.ts';

/** "Yes — …", "In most cases, yes — …": an answer to the question that stands above it, and to no other. */
const VERDICT = /^(?:[^.!?]{0,40}?\b)?(yes|no)\b\s*(?:[—–,.:;-]|$)/iu;

/** Words that turn a question round. */
const TURNS =
  /\b(not|never|no|none|without|stop|quit|skip|drop|refuse|avoid|leave|instead|only|alone|useless|unsafe|dangerous|harmful|forbidden|wrong|bad|unproven|impossible|\p{L}+n['’]t|un\p{L}{4,}|in(?:effective|appropriate|compatible)\p{L}*)\b/giu;

const ALIKE = 0.45;

const turns = (text: string): string => [...new Set(text.toLowerCase().match(TURNS) ?? [])].sort().join(' ');

/** Dice coefficient of two sets of words. */
function dice(left: readonly string[], right: readonly string[]): number {
  const a = new Set(left);
  const b = new Set(right);
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/**
 * Whether a candidate says yes or no to a question that was not asked. A verdict passes only for the question of its own
 * heading: mostly the same words, and turned round by the same words or by none.
 */
export function saysVerdictOnAnother(ask: Ask, candidate: Candidate): boolean {
  if (!VERDICT.test(candidate.text)) return false;
  const heading = candidate.retrieved.passage.headingPath.at(-1) ?? '';
  if (turns(ask.text) !== turns(heading)) return true;
  return dice(ask.stems.stems, sequenceStems(heading).stems) < ALIKE;
}
