import { z } from 'zod';
import type { DocumentRevision } from '#domain/document.ts';
import type { DocumentSummary } from '#domain/ports.ts';
import { documentId, documentVersion } from './id-schema.ts';

const summarySchema = z.object({
  id: documentId,
  version: documentVersion,
  title: z.string(),
  kind: z.string().nullable(),
  topic: z.string().nullable(),
  url: z.string().nullable(),
  source: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  reviewedOn: z.string().nullable(),
  reviewBy: z.string().nullable(),
  language: z.string().nullable(),
  status: z.enum(['draft', 'published', 'withdrawn']),
  ingestedAt: z.string(),
  withdrawnOn: z.string().nullable(),
});

const revisionSchema = summarySchema.extend({ text: z.string() });

/** A withdrawn document reads as withdrawn whatever its own front matter still says. */
export const summaryColumns = `d.id AS id, r.version AS version, r.title AS title, r.kind AS kind, r.topic AS topic,
  r.url AS url, r.source AS source, r.reviewed_by AS "reviewedBy", r.reviewed_on AS "reviewedOn",
  r.review_by AS "reviewBy", r.language AS language,
  CASE WHEN d.withdrawn_on IS NULL THEN r.status ELSE 'withdrawn' END AS status,
  r.ingested_at AS "ingestedAt", d.withdrawn_on AS "withdrawnOn"`;

export function readSummaryRow(row: unknown): DocumentSummary {
  return summarySchema.parse(row);
}

export function readRevisionRow(row: unknown): DocumentRevision & DocumentSummary {
  return revisionSchema.parse(row);
}
