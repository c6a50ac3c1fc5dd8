import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import type { Counted } from '#assistant/ask/find-counted.ts';
import { holdsPhrase } from '#assistant/ask/stem-sequence.ts';
import { speaksOfKind } from './answers-kind.ts';
import type { Candidate } from './candidate.ts';
import { ASKED_ENOUGH, askedShare } from './carries-asked.ts';
import { CARRIED, carriedShare, coverage, TELLING } from './coverage.ts';
import { SAME_QUESTION } from './match-heading.ts';

/** Share of the question's words, by weight, that the evidence must carry. Chosen on the dev questions. */
export const ENOUGH = 0.6;
/** Concepts from which on a question counts as long. */
const LONG = 4;
/** A word in the same meaning or nearly so. */
const CLOSE = 0.7;

/**
 * Whether the candidate speaks of another treatment, disease… of the same kind in place of the one asked about: names it
 * itself, or stands under headings that do where the one asked about is only mentioned near by.
 */
function isAboutAnother(ask: Ask, candidate: Candidate): boolean {
  const isAsked = (other: Concept) => ask.concepts.some((c) => c.alternatives === other.alternatives);
  return ask.concepts.some((concept) => {
    if (!concept.essential || concept.kind === null) return false;
    if (carry(concept, candidate.own) > 0 || carry(concept, candidate.near) > 0) return false;
    const named = carry(concept, candidate.far) > 0 ? candidate.named : [...candidate.named, ...candidate.headed];
    return named.some((other) => other.essential && other.kind === concept.kind && !isAsked(other));
  });
}

function isLacking(concept: Concept, candidate: Candidate): boolean {
  if (concept.optional) return false;
  if (concept.exact && carry(concept, candidate.around) < 0.9) {
    return carry(concept, candidate.near) < 0.9 && carry(concept, candidate.far) < 0.9;
  }
  return coverage(concept, candidate) < CARRIED;
}

/** The question's concepts that the candidate, its headings and its passage do not carry. */
export function missingConcepts(ask: Ask, candidate: Candidate): Concept[] {
  return ask.concepts.filter((concept) => isLacking(concept, candidate));
}

/**
 * Whether something that tells this question from others stands in the sentence or right above it. What nearly every
 * passage speaks of does not; then only a heading that asks the same, or a definition, will do.
 */
function isOnTopic(ask: Ask, candidate: Candidate, match: number): boolean {
  if (match >= SAME_QUESTION) return true;
  if (ask.type?.needs && speaksOfKind(ask, candidate)) return true;
  if (ask.type?.name === 'definition') return ask.concepts.some((concept) => carry(concept, candidate.own) >= 1);
  return ask.concepts.some((concept) => {
    if (Math.max(carry(concept, candidate.own), carry(concept, candidate.near)) < CLOSE) return false;
    return concept.weight >= TELLING || isReworded(concept, candidate);
  });
}

/** "make" found as "manufacturing": the plain word carries no fact, the word of the document does. */
function isReworded(concept: Concept, candidate: Candidate): boolean {
  const [asWritten, ...others] = concept.alternatives;
  return (
    concept.optional &&
    others.some(({ stems }) => stems.join(' ') !== asWritten?.stems.join(' ') && holdsPhrase(candidate.own, stems))
  );
}

/** A number, as a stem; "one of the fastest" is none. */
const NUMBER =
  /^(\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelv|twenti|dozen|hundr|thousand|sever|mani|no|none)$/u;
/** How many words may stand between a number and what it counts. */
const REACH = 5;

/** "How many patients": a number of them ("n=40"), or at least both a number and a word for them. */
function showsCounted({ concept, shows }: Counted, candidate: Candidate): boolean {
  if (shows !== null) return shows.test(candidate.text);
  if (carry(concept, candidate.own) === 0) return carry(concept, candidate.near) > 0 && /\d/u.test(candidate.text);
  const { stems, positions } = candidate.own;
  return concept.alternatives.some(({ stems: [first = ''] }) =>
    (positions.get(first) ?? []).some((at) => stems.slice(Math.max(0, at - REACH), at).some((s) => NUMBER.test(s))),
  );
}

/**
 * Whether the candidate may answer at all: every concept that the question demands stands in the sentence, its passage, its
 * headings or its title; a long question may have one ordinary word that does not. What is lacking is never made up for by
 * being similar. `match` is how well its heading asks the same question.
 */
export function isSufficient(ask: Ask, candidate: Candidate, match: number): boolean {
  const lacking = missingConcepts(ask, candidate);
  if (lacking.some((concept) => concept.essential)) return false;
  if (lacking.length > (ask.concepts.length >= LONG ? 1 : 0)) return false;
  if (ask.counted && !showsCounted(ask.counted, candidate)) return false;
  if (ask.type?.needs && !ask.type.needs.test(candidate.text)) return false;
  if (carriedShare(ask, candidate) < ENOUGH) return false;
  if (match < SAME_QUESTION && askedShare(ask, candidate) < ASKED_ENOUGH) return false;
  return isOnTopic(ask, candidate, match) && !isAboutAnother(ask, candidate);
}
