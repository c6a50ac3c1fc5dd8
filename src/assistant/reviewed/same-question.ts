import type { Concept } from '#assistant/ask/concept.ts';
import { findConcepts, type Lexicon } from '#assistant/ask/find-concepts.ts';
import type { FormWords } from './read-form-words.ts';

/** From here on another form means the same; a broader or neighbouring word is below it. */
const SAME_MEANING = 0.9;
const WITHOUT = /^without\s/iu;

/** Everything a question says but the few words that are left out: names of the glossary as one, the rest word by word. */
export function readWhole(question: string, lexicon: Lexicon, { ignored }: FormWords): readonly Concept[] {
  return findConcepts(question, { ...lexicon, soft: ignored });
}

function means(one: Concept, other: Concept): boolean {
  const own = other.alternatives[0]?.stems.join(' ');
  return one.alternatives.some(({ stems, strength }) => strength >= SAME_MEANING && stems.join(' ') === own);
}

/** Asked in both directions below, because a kind means each of its members, but no member means the kind. */
function isSame(one: Concept, other: Concept): boolean {
  if (WITHOUT.test(one.surface) || WITHOUT.test(other.surface))
    return one.surface.toLowerCase() === other.surface.toLowerCase();
  return one.alternatives === other.alternatives || means(one, other);
}

/** Of two things of one kind it matters which comes first: "is A better than B?" is not "is B better than A?". */
function inSameOrder(one: readonly Concept[], other: readonly Concept[]): boolean {
  return one.every(({ kind }) => {
    if (kind === null) return true;
    const others = other.filter((concept) => concept.kind === kind);
    return one
      .filter((concept) => concept.kind === kind)
      .every((concept, i) => others[i] && isSame(concept, others[i]));
  });
}

/**
 * Whether two questions ask the same: everything that one says the other says too, in the same meaning, and the other way
 * round. No likeness is enough, because the wrong answer would be served word for word.
 */
export function isSameQuestion(one: readonly Concept[], other: readonly Concept[], { asking }: FormWords): boolean {
  const saysSomething = one.some(({ alternatives }) => !asking.has(alternatives[0]?.stems.join(' ') ?? ''));
  return (
    saysSomething &&
    one.every((concept) => other.some((o) => isSame(concept, o))) &&
    other.every((concept) => one.some((o) => isSame(concept, o))) &&
    inSameOrder(one, other)
  );
}
