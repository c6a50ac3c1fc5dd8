import { z } from 'zod';
import type { Passage } from '#domain/passage.ts';
import { decodeJson } from './decode-json.ts';
import { documentId, documentVersion, passageId } from './id-schema.ts';

const structureSchema = z.object({
  headingPath: z.array(z.string()),
  units: z.array(z.object({ start: z.int(), end: z.int(), text: z.string(), label: z.string().nullable() })),
  table: z.object({ name: z.string(), columns: z.array(z.string()), cells: z.array(z.string()) }).nullable(),
});

const rowSchema = z.object({
  id: passageId,
  documentId,
  documentVersion,
  ordinal: z.int(),
  kind: z.enum(['prose', 'list', 'question_answer', 'table_row']),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  structure: z.string(),
});

export type PassageRow = z.infer<typeof rowSchema>;

export const passageColumns = `p.id AS id, p.document_id AS "documentId", p.document_version AS "documentVersion",
  p.ordinal AS ordinal, p.kind AS kind, p.start_offset AS start, p.end_offset AS "end", p.text AS text,
  p.structure AS structure`;

export function toPassageRow({ headingPath, units, table, ...columns }: Passage): PassageRow {
  return { ...columns, structure: JSON.stringify({ headingPath, units, table }) };
}

export function readPassageRow(row: unknown): PassageRow {
  return rowSchema.parse(row);
}

export function toPassage({ structure, ...columns }: PassageRow): Passage {
  return { ...columns, ...decodeJson(structureSchema, structure) };
}
