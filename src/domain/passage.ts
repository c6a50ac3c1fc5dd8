import type { DocumentId, DocumentVersion, PassageId } from './ids.ts';

/**
 * The smallest thing that can be quoted: a sentence, or one table row.
 * `documentText.slice(start, end)` is the verbatim quote; `text` is the same without Markdown marks.
 */
export interface EvidenceUnit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The label that introduces it ("Key benefit:"), without its colon, or null. */
  readonly label: string | null;
}

export interface TableRow {
  /** The heading or caption the table stands under. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Same length as `columns`; the first cell names the row. */
  readonly cells: readonly string[];
}

export type PassageKind = 'prose' | 'list' | 'question_answer' | 'table_row';

/** A retrievable piece of exactly one document version. */
export interface Passage {
  readonly id: PassageId;
  readonly documentId: DocumentId;
  readonly documentVersion: DocumentVersion;
  /** Position within its document version, from 0. */
  readonly ordinal: number;
  readonly kind: PassageKind;
  /** Headings above it, outermost first, without the document's title; for `question_answer` the last is the question. */
  readonly headingPath: readonly string[];
  /** UTF-16 code-unit offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  /** `documentText.slice(start, end)`, verbatim. */
  readonly text: string;
  readonly units: readonly EvidenceUnit[];
  readonly table: TableRow | null;
}

/** Where the same words also stand. */
export interface PassageTwin {
  readonly passageId: PassageId;
  readonly documentId: DocumentId;
  readonly documentVersion: DocumentVersion;
  readonly start: number;
  readonly end: number;
}

export interface RetrievedPassage {
  readonly passage: Passage;
  readonly title: string;
  /** Fused score, higher is better; comparable only within one result. */
  readonly score: number;
  /** Rank (from 1) in each list that found it. */
  readonly ranks: { readonly words: number | null; readonly vectors: number | null };
  /**
   * Cosine, from -1 to 1, of the question and the embedded piece in which each unit begins, in order of `units`; null where
   * there are no vectors.
   */
  readonly unitCosines: readonly number[] | null;
  /** Identical texts, collapsed into this one. */
  readonly twins: readonly PassageTwin[];
}
