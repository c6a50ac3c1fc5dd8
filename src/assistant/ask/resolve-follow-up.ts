import type { Concept } from './concept.ts';
import { findConcepts, type Lexicon } from './find-concepts.ts';

export interface ResolvedQuestion {
  /** Standing alone: what the question leans on follows in brackets. */
  readonly text: string;
  /** Without the brackets. */
  readonly question: string;
  /** Concepts of the earlier question that the new one leans on. */
  readonly context: readonly Concept[];
}

const OPENER =
  /^\s*(?:(?:ok(?:ay)?|thanks|thank you|i see|so|but|and|or|then|also|hmm)[\s,.!]+)*(?:(?:what|how) about\s+|what if it is\s+|is (?:it|that) the same (?:with|for)\s+|same for\s+)?/iu;
const LEANS = /^\s*(?:(?:ok(?:ay)?|thanks|i see)[\s,.!]+)*(?:and|but|or|so|also|then|what about|how about)\b/iu;
/** A bare name ("kidney?"), or the same asked of another thing. */
const SAME_ASKED = /\b(is (it|that) the same (with|for)|same for)\b/iu;
const PREPOSITION = /^(for|in|with|without|on|of|after|before|during|by)\s+/iu;
const PRONOUN = /\b(its|their|it|that|this|they|them|these|those|the same)\b/iu;
const SHORT = 5;
const BARE = 2;

const particular = (concepts: readonly Concept[]): Concept[] => concepts.filter((c) => c.essential && c.kind !== null);
const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
const bare = (text: string): string => text.replace(/\s*\([^)]*\)\s*/gu, ' ').replace(/[?.!\s]+$/u, '');
const bracketsOf = (text: string): string => / \(([^)]*)\)/u.exec(text)?.[1] ?? '';

function replaceSurface(text: string, from: string, to: string): string {
  const at = text.toLowerCase().indexOf(from.toLowerCase());
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
}

/** "And for stomach cancer?": the earlier question with the new thing in the place of the old one of its kind. */
function substitute(earlier: string, old: readonly Concept[], now: readonly Concept[]): string | null {
  let text = earlier;
  for (const concept of now) {
    const replaced = old.find(
      (o) => o.kind === concept.kind && o.surface.toLowerCase() !== concept.surface.toLowerCase(),
    );
    if (!replaced) return null;
    text = replaceSurface(text, replaced.surface, concept.surface);
  }
  return text;
}

/** "And with PD-1 drugs?" after "Can it be given with osimertinib?": what follows the same preposition. */
function replaceObject(earlier: string, remainder: string): string | null {
  const preposition = PREPOSITION.exec(remainder)?.[1]?.toLowerCase();
  if (preposition === undefined) return null;
  const slot = preposition === 'without' ? 'with(?:out)?' : preposition;
  const at = [...earlier.matchAll(new RegExp(`\\s${slot}\\s`, 'giu'))].at(-1)?.index;
  return at === undefined ? null : `${earlier.slice(0, at)} ${remainder}`;
}

function rephrase(earlier: string, remainder: string, lexicon: Lexicon): string {
  const names = particular(findConcepts(remainder.replace(PREPOSITION, ''), lexicon));
  const old = particular(findConcepts(earlier, lexicon));
  const isWithout = /^without\s/iu.test(remainder);
  const substituted = names.length > 0 && !isWithout ? substitute(earlier, old, names) : null;
  return substituted ?? replaceObject(earlier, remainder) ?? `${earlier} ${remainder}`;
}

function withContext(question: string, context: readonly Concept[]): ResolvedQuestion {
  const surfaces = context.map((concept) => concept.surface).join(', ');
  const text = surfaces === '' ? question : `${question.replace(/[?.!\s]+$/u, '')} (${surfaces})?`;
  return { text, question, context };
}

/** Makes a question that leans on the one before it stand alone; a question that stands alone is returned as it is. */
export function resolveFollowUp(question: string, earlier: string | null, lexicon: Lexicon): ResolvedQuestion {
  if (earlier === null) return { text: question, question, context: [] };
  const remainder = question.replace(OPENER, '').replace(/[?.!\s]+$/u, '');
  const now = findConcepts(question, lexicon);
  const kept = findConcepts(bracketsOf(earlier), lexicon);
  if (
    LEANS.test(question) &&
    wordsIn(remainder) <= SHORT &&
    !/\b(is|are|do|does|can|did|has|have)\b/iu.test(remainder)
  ) {
    return withContext(`${rephrase(bare(earlier), remainder, lexicon)}?`, kept);
  }
  const named = particular(now);
  const pronoun = PRONOUN.test(question);
  const ownMatter = now.some((concept) => !concept.optional && (concept.kind === null || concept.kind !== 'treatment'));
  if (!LEANS.test(question) && !pronoun && named.length > 0 && ownMatter) return { text: question, question, context: [] };
  const old = findConcepts(earlier, lexicon);
  const topic = particular(old).find((o) => o.kind === 'treatment' || o.kind === 'organisation');
  const replaces = topic && pronoun && !named.some((n) => n.kind === 'treatment' || n.kind === 'organisation');
  const text = replaces
    ? question.replace(PRONOUN, (word) => (/^(its|their)$/iu.test(word) ? `${topic.surface}'s` : topic.surface))
    : question;
  const said = findConcepts(text, lexicon).map((concept) => concept.surface.toLowerCase());
  const isWhole = findConcepts(text, lexicon).some((concept) => !concept.optional && concept.kind === null);
  // A question without a matter of its own ("is CIK less?") is about the matter of the one before.
  const leansOn = isWhole ? particular(old) : old.filter((concept) => !concept.optional);
  const context = leansOn.filter((o) => !said.includes(o.surface.toLowerCase()));
  return withContext(text, context);
}
