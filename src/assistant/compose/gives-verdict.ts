import type { Ask } from '#assistant/ask/ask.ts';
import { carry } from '#assistant/ask/concept.ts';
import { sequenceStems } from '#assistant/ask/stem-sequence.ts';
import { tokenise } from '#knowledge/words/tokenise.ts';
import type { Candidate } from './candidate.ts';

/** "Yes — …", "In most cases, yes — …": an answer to the question that stands above it, and to no other. */
const VERDICT = /^(?:[^.!?]{0,40}?\b)?(yes|no)\b\s*(?:[—–,.:;-]|$)/iu;

/** Said of any treatment and any patient. */
const COMMON =
  /^(therap(y|ies)|treatments?|cells?|patients?|people|persons?|somebody|someone|anyone|possible|generally|usually|really)$/iu;

/** Words that turn a question round. */
const TURNS =
  /\b(not|never|no|none|without|stop|quit|skip|drop|refuse|avoid|leave|instead|only|alone|useless|unsafe|dangerous|harmful|forbidden|wrong|bad|unproven|impossible|\p{L}+n['’]t|un\p{L}{4,}|in(?:effective|appropriate|compatible)\p{L}*)\b/giu;

const turns = (text: string): string => [...new Set(text.toLowerCase().match(TURNS) ?? [])].sort().join(' ');

/** Words of the question that say something of their own: no stop words, and none that every question of the kind shares. */
function tellingStems(text: string): string[] {
  return tokenise(text)
    .filter(({ isStop, surface }) => !isStop && !COMMON.test(surface))
    .map(({ stem }) => stem);
}

/**
 * Whether a candidate says yes or no to a question that was not asked. A verdict passes only for the question of its own
 * heading: everything that the question says is said there, by the same word or another name, and it is turned round by the
 * same words or by none. "Can it replace chemotherapy?" gets no yes of "Can it be added to chemotherapy?".
 */
export function saysVerdictOnAnother(ask: Ask, candidate: Candidate): boolean {
  if (!VERDICT.test(candidate.text)) return false;
  const heading = candidate.retrieved.passage.headingPath.at(-1) ?? '';
  if (turns(ask.text) !== turns(heading)) return true;
  const words = sequenceStems(heading);
  const named = [...ask.concepts, ...ask.context].filter(({ kind }) => kind !== null);
  if (named.some((concept) => carry(concept, words) < 0.9)) return true;
  const isNamed = (stem: string) =>
    named.some(({ alternatives }) => alternatives.some(({ stems }) => stems.includes(stem)));
  return tellingStems(ask.text).some((stem) => !words.positions.has(stem) && !isNamed(stem));
}
