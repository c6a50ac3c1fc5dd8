import type { WireCitation } from '#wire/citation.ts';
import { count, flag, list, nullable, partOf, record, type Shaped, text } from '../shape.ts';

const place = { documentId: text, documentVersion: text, start: count, end: count };

export const citation = partOf<WireCitation>()(
  record({
    n: count,
    ...place,
    title: text,
    section: nullable(text),
    quote: text,
    url: nullable(text),
    reviewedOn: nullable(text),
    overdue: flag,
    alsoIn: list(record(place)),
  }),
);

export type Citation = Shaped<typeof citation>;
