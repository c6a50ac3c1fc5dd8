import type { DocumentRevision } from '#domain/document.ts';
import type { EvidenceUnit, Passage } from '#domain/passage.ts';
import { listHiddenSpans } from '#knowledge/hidden/list-hidden-spans.ts';
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
 * A document cut by its structure into passages, in order, without overlap, every sentence that a reader sees in exactly one. The same
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
  const drafts = sections.flatMap((section) => splitSection(section, title, context));
  const hidden = listHiddenSpans(text);
  if (hidden.length === 0) return drafts;
  const isSeen = ({ start, end }: EvidenceUnit) => !hidden.some((span) => start < span.end && end > span.start);
  return drafts
    .map((draft) => ({ ...draft, units: draft.units.filter(isSeen) }))
    .filter(({ units }) => units.length > 0);
}
