import type { EvidenceModel } from '#assistant/compose/evidence-model.ts';
import type { EvidenceRules } from '#assistant/evidence/read-claim.ts';
import type { Ask } from './ask.ts';
import type { Concept } from './concept.ts';
import { findConcepts, type Lexicon } from './find-concepts.ts';
import { findCounted, findUnit } from './find-counted.ts';
import { CHANGE, findCue, withoutCue } from './find-cue.ts';
import { findWanted } from './find-wanted.ts';
import type { FactType } from './read-question-words.ts';
import type { ResolvedQuestion } from './resolve-follow-up.ts';
import { sequenceStems } from './stem-sequence.ts';

export interface AskReader extends Lexicon {
  readonly model: EvidenceModel;
  /** The text with misspelt words written right. */
  readonly mend: (text: string) => string;
  readonly types: readonly FactType[];
  readonly neverSaid: readonly RegExp[];
  readonly organisationNames: readonly string[];
  readonly evidenceRules: EvidenceRules;
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

/** Whether a difference is asked for or a level; null where nothing tells them apart. */
function readChange(question: string, types: readonly FactType[]): Ask['change'] {
  const rule = types.find(({ name }) => name === CHANGE);
  return rule?.needs ? { asked: rule.cues.some((cue) => cue.test(question)), shown: rule.needs } : null;
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
    counted: cue?.type.name === 'count' ? findCounted(question, cue.type.counted, reader) : null,
    unit: findUnit(question),
    change: readChange(question, reader.types),
    wanted: findWanted(question, reader),
    sides: comparedSides(question, concepts),
    aboutOrganisation:
      reader.organisationNames.some((name) => lower.includes(name.toLowerCase())) ||
      ADDRESSED.test(question.replace(POLITE, ' ')),
  };
}
