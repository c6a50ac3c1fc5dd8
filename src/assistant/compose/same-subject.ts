import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import type { Candidate } from './candidate.ts';
import { TELLING } from './coverage.ts';

const isSame = (a: Concept, b: Concept): boolean => a.alternatives === b.alternatives;
const isDisease = ({ kind }: Concept): boolean => kind === 'disease';

/** Share of the telling concepts that the heading right above carries: what it lists is what was asked for. */
export function headedShare(ask: Ask, candidate: Candidate): number {
  const telling = ask.concepts.filter((concept) => !concept.optional && concept.weight >= TELLING);
  if (telling.length === 0) return 0;
  return telling.filter((concept) => carry(concept, candidate.near) > 0).length / telling.length;
}

/** Whether the sentence or its document is about one disease when the question is about none. */
export function narrowsTo(ask: Ask, candidate: Candidate): boolean {
  if (ask.concepts.some(isDisease) || ask.context.some(isDisease)) return false;
  return candidate.titled.some(isDisease) || candidate.named.filter(isDisease).length === 1;
}

/** Share of the sentence's own named things that the question names too: a figure for something else scores lower. */
export function focusShare(ask: Ask, candidate: Candidate): number {
  const named = candidate.named.filter((c) => c.weight >= TELLING);
  if (named.length === 0) return 1;
  return named.filter((n) => [...ask.concepts, ...ask.context].some((a) => isSame(a, n))).length / named.length;
}

/**
 * Whether the candidate speaks of another treatment, disease… of the same kind in place of the one asked about: names it
 * itself, or stands under headings that do where the one asked about is only mentioned near by.
 */
export function isAboutAnother(ask: Ask, candidate: Candidate): boolean {
  return ask.concepts.some((concept) => {
    if (!concept.essential || concept.kind === null) return false;
    if (carry(concept, candidate.own) > 0 || carry(concept, candidate.near) > 0) return false;
    const named = carry(concept, candidate.far) > 0 ? candidate.named : [...candidate.named, ...candidate.headed];
    return named.some(
      (other) => other.essential && other.kind === concept.kind && !ask.concepts.some((c) => isSame(c, other)),
    );
  });
}

const SAME_MEANING = 0.9;

/** Whether a disease is the one asked about, or a broader or narrower one that the glossary relates to it. */
function isKin(asked: Concept, other: Concept): boolean {
  const names = other.alternatives.filter(({ strength }) => strength >= SAME_MEANING);
  const words = asked.alternatives.map(({ stems }) => stems.join(' '));
  return names.some(({ stems }) => words.includes(stems.join(' ')));
}

/**
 * Whether the sentence is about a disease that is no kin of the one asked about, which neither it nor what stands right above
 * it names: a broader word that both share ("lung cancer") does not make the one the other.
 */
export function isOfAnotherDisease(ask: Ask, candidate: Candidate): boolean {
  const asked = ask.concepts.filter((concept) => isDisease(concept) && concept.essential);
  return asked.some((concept) => {
    const isNamed = Math.max(carry(concept, candidate.own), carry(concept, candidate.near)) >= SAME_MEANING;
    const others = candidate.named.filter(isDisease);
    return !isNamed && others.length > 0 && others.every((other) => !isKin(concept, other));
  });
}
