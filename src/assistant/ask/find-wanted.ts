import type { Concept } from './concept.ts';
import { findConcepts, type Lexicon } from './find-concepts.ts';
import { findWordRoles } from './find-word-roles.ts';
import type { GlossaryIndex } from './glossary-index.ts';

/** What "which …" or "what …" asks to be named. */
export interface Wanted {
  readonly concept: Concept;
  /** The glossary's kind of the things that bear this name ("liver cancer", "lung cancer": disease), or null. */
  readonly kind: string | null;
}

const WANTS = /\b(?:which|what)(?: (?:kind|type|sort)s? of| other| are the)?\s+(\p{L}[\p{L}-]*)/iu;
/** From here on a word is the common name of a kind. */
const BEARERS = 2;

/** The kind of the entries whose names end in the word: "cancer" of "liver cancer", "gastric cancer". */
function kindNamed(stem: string, glossary: GlossaryIndex): string | null {
  const counts = new Map<string, Set<string>>();
  for (const { stems, entry } of [...glossary.values()].flat()) {
    if (entry.kind === null || stems.length < 2 || stems.at(-1) !== stem) continue;
    counts.set(entry.kind, (counts.get(entry.kind) ?? new Set()).add(entry.term));
  }
  const [best] = [...counts].sort(([, a], [, b]) => b.size - a.size);
  return best && best[1].size >= BEARERS ? best[0] : null;
}

/** "Which regimen …", "what targets …": the thing to be named, where it is a noun. */
export function findWanted(question: string, lexicon: Lexicon): Wanted | null {
  const match = WANTS.exec(question);
  if (!match || findWordRoles(question)(match.index + match[0].length - 1) !== 'noun') return null;
  const [concept] = findConcepts(match[1] ?? '', { ...lexicon, soft: new Set() });
  const stem = concept?.alternatives[0]?.stems.at(-1);
  return concept && stem !== undefined ? { concept, kind: kindNamed(stem, lexicon.glossary) } : null;
}
