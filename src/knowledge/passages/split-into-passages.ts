import type { DocumentRevision } from '#domain/document.ts';
import type { Passage } from '#domain/passage.ts';
import { createSegmenter } from './create-segmenter.ts';
import { derivePassageId } from './derive-passage-id.ts';
import type { PassageDraft } from './draft-passage.ts';
import { parseBlocks } from './parse-blocks.ts';
import { readSections } from './read-sections.ts';
import { splitPlainText } from './split-plain-text.ts';
import { splitSection } from './split-section.ts';

export interface SplittableRevision extends DocumentRevision {
  /** As `readDocument` gives it; Markdown when absent. */
  readonly format?: 'markdown' | 'plain';
}

/**
 * A document cut by its structure into passages, in order, without overlap, every sentence in exactly one. The same
 * document always gives the same passages. Every offset is a UTF-16 code-unit offset into `document.text`.
 */
export function splitIntoPassages(document: SplittableRevision): Passage[] {
  return draftPassages(document).map(({ kind, headingPath, start, end, units, table }, ordinal) => ({
    id: derivePassageId(document.id, document.version, { start, end }),
    documentId: document.id,
    documentVersion: document.version,
    ordinal,
    kind,
    headingPath,
    start,
    end,
    text: document.text.slice(start, end),
    units,
    table,
  }));
}

function draftPassages({ text, title, language, format }: SplittableRevision): PassageDraft[] {
  const context = { documentText: text, segmenter: createSegmenter(language) };
  if (format === 'plain') return splitPlainText(context);
  const sections = readSections(parseBlocks(text), title, text);
  return sections.flatMap((section) => splitSection(section, title, context));
}
