import type { EvidenceUnit, Passage } from '#domain/passage.ts';

/** A sentence as it stands in its passage's text, marks included. */
export function verbatim({ start, end }: EvidenceUnit, passage: Passage): string {
  return passage.text.slice(start - passage.start, end - passage.start);
}
