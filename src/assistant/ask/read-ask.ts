import type { Ask } from './ask.ts';
import type { Concept } from './concept.ts';
import { findConcepts, type Lexicon } from './find-concepts.ts';
import type { FactType } from './read-question-words.ts';
import { sequenceStems } from './stem-sequence.ts';

export interface AskReader extends Lexicon {
  readonly types: readonly FactType[];
  readonly organisationNames: readonly string[];
}

const POLITE = /\b(can|could|would|will) you (please )?(kindly )?(tell|explain|say|show|give|help|let|describe)\b/giu;
const ADDRESSED = /\b(you|your|yours|you guys)\b/iu;
const COMPARES =
  /\b(vs\.?|versus|compar\w*|differ\w*|better|worse|stronger|weaker|safer|cheaper|faster|same (thing )?as|rather than|instead of|or)\b/iu;

function comparedSides(text: string, concepts: readonly Concept[]): readonly [Concept, Concept] | null {
  if (!COMPARES.test(text)) return null;
  for (const one of concepts) {
    const other = concepts.find((c) => c !== one && c.kind !== null && c.kind === one.kind && c.essential);
    if (one.essential && other) return [one, other];
  }
  return null;
}

/** Reads one standalone question: what it is about, what kind of fact it wants, whom it addresses. */
export function readAsk(text: string, context: readonly Concept[], reader: AskReader): Ask {
  const lower = text.toLowerCase();
  const concepts = findConcepts(text, reader);
  return {
    text,
    stems: sequenceStems(text),
    concepts,
    context,
    type: reader.types.find((type) => type.cues.some((cue) => cue.test(text))) ?? null,
    sides: comparedSides(text, concepts),
    aboutOrganisation:
      reader.organisationNames.some((name) => lower.includes(name.toLowerCase())) ||
      ADDRESSED.test(text.replace(POLITE, ' ')),
  };
}
