import type { Concept } from './concept.ts';
import { findConcepts, type Lexicon } from './find-concepts.ts';

const OPENER =
  /^\s*(?:(?:ok(?:ay)?|thanks|thank you|i see|so|but|and|or|then|also|hmm)[\s,.!]+)*(?:(?:what|how) about\s+|what if it is\s+)?(?:(?:for|in|with|on|of|about)\s+)?/iu;
const LEANS = /^\s*(?:ok(?:ay)?[\s,.!]+)?(?:and|but|or|so|also|then|what about|how about)\b/iu;
const PRONOUN = /\b(it|its|that|this|they|them|their|these|those|there|the same)\b/iu;

export interface ResolvedQuestion {
  readonly text: string;
  /** Concepts of the earlier question that the new one leans on. */
  readonly context: readonly Concept[];
}

const particular = (concepts: readonly Concept[]): Concept[] => concepts.filter((c) => c.essential && c.kind !== null);

function replaceSurface(text: string, from: string, to: string): string {
  const at = text.toLowerCase().indexOf(from.toLowerCase());
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
}

/** "And for stomach cancer?": the earlier question with the new thing in the place of the old one of its kind. */
function substitute(earlier: string, old: readonly Concept[], now: readonly Concept[]): string | null {
  let text = earlier;
  for (const concept of now) {
    const replaced = old.find((o) => o.kind === concept.kind);
    if (!replaced) return null;
    text = replaceSurface(text, replaced.surface, concept.surface);
  }
  return text;
}

/** Makes a question that leans on the one before it stand alone; a question that stands alone is returned as it is. */
export function resolveFollowUp(question: string, earlier: string | null, lexicon: Lexicon): ResolvedQuestion {
  if (earlier === null) return { text: question, context: [] };
  const now = findConcepts(question, lexicon);
  const old = findConcepts(earlier, lexicon);
  const named = particular(now);
  const leans = LEANS.test(question);
  const remainder = question.replace(OPENER, '').replace(/[?.!\s]+$/u, '');
  const onlyNames = named.length > 0 && named.length === now.length && remainder.split(/\s+/u).length <= 6;
  if (leans && onlyNames) {
    const substituted = substitute(earlier, particular(old), named);
    return { text: substituted ?? `${earlier.replace(/[?.!\s]+$/u, '')} ${remainder}?`, context: [] };
  }
  const hasPronoun = PRONOUN.test(question);
  if (!leans && !hasPronoun && named.length > 0) return { text: question, context: [] };
  const context = old.filter((o) => !now.some((n) => n.surface.toLowerCase() === o.surface.toLowerCase()));
  const topic = particular(old).find((o) => o.kind === 'treatment');
  const text =
    topic && hasPronoun && !named.some((n) => n.kind === 'treatment')
      ? question.replace(PRONOUN, (pronoun) => (/^(its|their)$/iu.test(pronoun) ? `${topic.surface}'s` : topic.surface))
      : question;
  return { text, context };
}
