import type { Ask } from './ask.ts';
import type { Concept } from './concept.ts';
import { findConcepts, type Lexicon } from './find-concepts.ts';
import { findWordRoles } from './find-word-roles.ts';
import type { FactType } from './read-question-words.ts';
import type { ResolvedQuestion } from './resolve-follow-up.ts';
import { sequenceStems } from './stem-sequence.ts';

export interface AskReader extends Lexicon {
  readonly types: readonly FactType[];
  readonly neverSaid: readonly RegExp[];
  readonly organisationNames: readonly string[];
}

const POLITE = /\b(can|could|would|will) you (please )?(kindly )?(tell|explain|say|show|give|help|let|describe)\b/giu;
const ADDRESSED = /\b(you|your|yours|you guys)\b/iu;
const COMPARES =
  /\b(vs\.?|versus|compar\w*|differ\w*|better|worse|stronger|weaker|safer|cheaper|faster|same (thing )?as|rather than|or)\b/iu;

function comparedSides(text: string, concepts: readonly Concept[]): readonly [Concept, Concept] | null {
  if (!COMPARES.test(text)) return null;
  for (const one of concepts) {
    const other = concepts.find((c) => c !== one && c.kind !== null && c.kind === one.kind && c.essential);
    if (one.essential && other) return [one, other];
  }
  return null;
}

interface Cue {
  readonly type: FactType;
  /** The words that asked for this kind of fact, lower case. */
  readonly words: readonly string[];
}

function findCue(text: string, concepts: readonly Concept[], types: readonly FactType[]): Cue | null {
  for (const type of types) {
    // "What is the response rate of X in Y" wants a fact about X, not what a word means.
    if (type.name === 'definition' && concepts.length > 1) continue;
    const words = type.cues.flatMap((cue) => cue.exec(text)?.[0].toLowerCase() ?? []);
    if (words.length > 0) return { type, words };
  }
  return null;
}

/** Words that asked for the kind of fact are met by a fact of that kind. */
function withoutCue(concepts: readonly Concept[], cue: Cue | null): Concept[] {
  if (!cue?.type.needs) return [...concepts];
  const isCue = (surface: string) => cue.words.some((words) => words.includes(surface.toLowerCase()));
  return concepts.filter(({ kind, surface }) => kind !== null || !isCue(surface));
}

const TIME_UNITS = /^(minute|hour|day|week|month|year|yr)s?$/iu;
const COUNTS = /\bhow many (?:more |extra |other |different |of the |of )?(\p{L}+)/iu;

/** "How many patients …": the patients, though the word alone would carry no fact; not "how many are alive". */
function findCounted(question: string, reader: AskReader): Concept | null {
  const match = COUNTS.exec(question);
  const [, word = ''] = match ?? [];
  if (!match || findWordRoles(question)(match.index + match[0].length - 1) !== 'noun') return null;
  if (TIME_UNITS.test(word)) return null;
  const named = findConcepts(word, { ...reader, soft: new Set() });
  return named[0] ?? null;
}

const WANTS = /\b(?:which|what)(?: (?:kind|type|sort)s? of| other| are the)?\s+(\p{L}[\p{L}-]*)/iu;

/** "Which regimen …", "what targets …": the thing to be named, where it is a noun. */
function findWanted(question: string, reader: AskReader): Concept | null {
  const match = WANTS.exec(question);
  if (!match || findWordRoles(question)(match.index + match[0].length - 1) !== 'noun') return null;
  return findConcepts(match[1] ?? '', { ...reader, soft: new Set() })[0] ?? null;
}

/** Reads one question: what it is about, what kind of fact it wants, whom it addresses. */
export function readAsk({ text, question, context }: ResolvedQuestion, reader: AskReader): Ask {
  const lower = text.toLowerCase();
  const all = findConcepts(question, reader);
  const cue = findCue(question, all, reader.types);
  const concepts = withoutCue(all, cue);
  return {
    text,
    stems: sequenceStems(question),
    concepts,
    context,
    type: cue?.type ?? null,
    counted: cue?.type.name === 'count' ? findCounted(question, reader) : null,
    wanted: findWanted(question, reader),
    sides: comparedSides(question, concepts),
    aboutOrganisation:
      reader.organisationNames.some((name) => lower.includes(name.toLowerCase())) ||
      ADDRESSED.test(question.replace(POLITE, ' ')),
  };
}
