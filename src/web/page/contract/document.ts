import type { WireDocument } from '#wire/document.ts';
import { flag, nullable, partOf, record, type Shaped, text } from '../shape.ts';

export const reviewedDocument = partOf<WireDocument>()(
  record({
    documentId: text,
    version: text,
    title: text,
    text,
    url: nullable(text),
    source: nullable(text),
    reviewedBy: nullable(text),
    reviewedOn: nullable(text),
    overdue: flag,
    language: nullable(text),
  }),
);

export type ReviewedDocument = Shaped<typeof reviewedDocument>;
