import type { Concept } from './concept.ts';
import { findConcepts, type Lexicon } from './find-concepts.ts';
import { putInPlace } from './put-in-place.ts';

export interface ResolvedQuestion {
  /** Standing alone: what the question leans on follows in brackets. */
  readonly text: string;
  /** Without the brackets. */
  readonly question: string;
  /** Concepts of the earlier question that the new one leans on. */
  readonly context: readonly Concept[];
}

const POLITE_START = '(?:(?:ok(?:ay)?|thanks?|thank you|i see|sorry|hmm|right|so|but|and|or|then|also)\\b[\\s,.!]*)*';
/** What only ties a question to the one before it. */
const OPENER = new RegExp(
  `^\\s*${POLITE_START}(?:(?:what|how) about\\s+|what if (?:it is|it's)\\s+|(?:is|are|was) (?:it|that|this|they) (?:the )?same (?:with|for|in)\\s+|(?:the )?same (?:with|for|in)\\s+)?`,
  'iu',
);
const LEANS = /^\s*(?:(?:ok(?:ay)?|thanks|i see|sorry)[\s,.!]+)*(?:and|but|or|so|also|then|what about|how about)\b/iu;
/** "Is it the same for CAR-T?": the earlier question, asked of another thing. */
const SAME_ASKED =
  /^\W*(?:(?:and|so|but|ok)\W+)*(?:(?:is|are|was) (?:it|that|this|they) )?(?:the )?same (?:with|for|in)\b/iu;
const HAS_VERB = /\b(is|are|was|were|do|does|did|can|could|has|have|will|would|should|must|may)\b/iu;
const PRONOUN = /\b(its|their|it|that|this|they|them|these|those|the same)\b/iu;
/** "What does that mean?": of a figure, not of the treatment that it belongs to. */
const ASKS_MEANING =
  /\bwhat (?:does|do|is|are) (?:that|this|it|they|these|those)\b.*\bmean|\bmeaning of (?:that|this|it)\b/iu;
/** A question that compares with what was said before, though it names a subject of its own. */
const COMPARES = /\b(less|more|better|worse|same|too|either|else|instead|cheaper|safer|stronger)\b/iu;
/** A kind of fact of its own: what the question before wanted to know does not matter to it. */
const OWN_KIND = /\b(how (?:long|much|many|often|soon|fast)|where|when|who)\b/iu;
const WHAT_ABOUT = /\b(what|how) about\b/iu;
const SHORT = 5;
const LONGER = 9;
const BARE = 3;

const particular = (concepts: readonly Concept[]): Concept[] => concepts.filter((c) => c.essential && c.kind !== null);
const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
const bare = (text: string): string => text.replace(/\s*\([^)]*\)\s*/gu, ' ').replace(/[?.!\s]+$/u, '');
const bracketsOf = (text: string): string => / \(([^)]*)\)/u.exec(text)?.[1] ?? '';

function withContext(question: string, context: readonly Concept[]): ResolvedQuestion {
  const surfaces = context.map((concept) => concept.surface).join(', ');
  const text = surfaces === '' ? question : `${question.replace(/[?.!\s]+$/u, '')} (${surfaces})?`;
  return { text, question, context };
}

/** Whether only a name or a phrase is new: "and for stomach cancer?", "kidney?", "is it the same for adults?". */
function isElliptic(question: string, remainder: string): boolean {
  if (SAME_ASKED.test(question)) return true;
  if (HAS_VERB.test(remainder)) return false;
  if (WHAT_ABOUT.test(question)) return wordsIn(remainder) <= LONGER;
  return wordsIn(remainder) <= (LEANS.test(question) ? SHORT : BARE);
}

/** Whether a question that names its subject says what it wants to know of it. */
function standsAlone(question: string, now: readonly Concept[]): boolean {
  if (LEANS.test(question) || PRONOUN.test(question) || particular(now).length === 0) return false;
  return !COMPARES.test(question) || now.some((c) => !c.optional && (c.kind === null || !c.essential));
}

/** Puts what is spoken of in the place of the pronoun: of the earlier things, the treatment or the organisation. */
function namePronoun(question: string, topic: Concept): string {
  return question.replace(PRONOUN, (word) => (/^(its|their)$/iu.test(word) ? `${topic.surface}'s` : topic.surface));
}

/** Makes a question that leans on the one before it stand alone; a question that stands alone is returned as it is. */
export function resolveFollowUp(question: string, earlier: string | null, lexicon: Lexicon): ResolvedQuestion {
  if (earlier === null) return { text: question, question, context: [] };
  const remainder = question.replace(OPENER, '').replace(/[?.!\s]+$/u, '');
  if (remainder !== '' && isElliptic(question, remainder)) {
    const kept = findConcepts(bracketsOf(earlier), lexicon);
    return withContext(`${putInPlace(bare(earlier), remainder, lexicon)}?`, kept);
  }
  const now = findConcepts(question, lexicon);
  if (standsAlone(question, now)) return { text: question, question, context: [] };
  const old = findConcepts(earlier, lexicon);
  const named = particular(now);
  const isTopic = (concept: Concept) => concept.kind === 'treatment' || concept.kind === 'organisation';
  const topic = ASKS_MEANING.test(question)
    ? (old.find((o) => o.kind === 'measure') ?? particular(old)[0])
    : particular(old).find(isTopic);
  const text = topic && PRONOUN.test(question) && !named.some(isTopic) ? namePronoun(question, topic) : question;
  const said = findConcepts(text, lexicon);
  const isWhole =
    OWN_KIND.test(question) ||
    (!PRONOUN.test(question) && said.some((concept) => !concept.optional && concept.kind === null));
  // A pronoun, or a question without a matter of its own ("is CAR-T less?"), is about all that the one before was about.
  const leansOn = isWhole ? particular(old) : old.filter((concept) => !concept.optional);
  const surfaces = said.map((concept) => concept.surface.toLowerCase());
  return withContext(
    text,
    leansOn.filter(
      (o) => !surfaces.includes(o.surface.toLowerCase()) && !said.some((s) => s.alternatives === o.alternatives),
    ),
  );
}
