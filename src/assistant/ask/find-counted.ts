import { tokenise } from '#knowledge/words/tokenise.ts';
import type { Concept } from './concept.ts';
import { findConcepts, type Lexicon } from './find-concepts.ts';
import { findWordRoles } from './find-word-roles.ts';
import type { Countable } from './read-question-words.ts';

/** What "how many …" counts. */
export interface Counted {
  readonly concept: Concept;
  /** How a sentence shows the number of them; null where it need only speak of them and show a number. */
  readonly shows: RegExp | null;
}

const TIME_UNIT = /^(minute|hour|day|week|month|year|yr)s?$/iu;
const COUNTS =
  /\b(?:how many|(?:the )?(?:total )?number of) (?:more |extra |other |different |of the |of |the )?(\p{L}+)/iu;

/** "How many patients …": the patients, though the word alone would carry no fact; not "how many are alive". */
export function findCounted(question: string, countables: readonly Countable[], lexicon: Lexicon): Counted | null {
  const match = COUNTS.exec(question);
  const [, word = ''] = match ?? [];
  if (!match || TIME_UNIT.test(word)) return null;
  if (findWordRoles(question)(match.index + match[0].length - 1) !== 'noun') return null;
  const [concept] = findConcepts(word, { ...lexicon, soft: new Set() });
  const stem = tokenise(word)[0]?.stem ?? '';
  const shows = countables.find(({ stems }) => stems.has(stem))?.shows ?? null;
  return concept ? { concept, shows } : null;
}

/** "How many months …": the unit in which a figure answers best. */
export function findUnit(question: string): RegExp | null {
  const word = COUNTS.exec(question)?.[1] ?? '';
  const unit = TIME_UNIT.exec(word)?.[1]?.toLowerCase();
  if (unit === undefined) return null;
  return new RegExp(
    `\\d[^.;]{0,14}\\b${unit === 'yr' || unit === 'year' ? '(?:years?|yrs?|decades?)' : `${unit}s?`}\\b`,
    'iu',
  );
}
