import type { EvidenceUnit, PassageKind, TableRow } from '#domain/passage.ts';
import type { Atom } from './pack-atoms.ts';
import type { Span } from './span.ts';

/** A passage before it has an id and a place in its document. */
export interface PassageDraft extends Span {
  readonly kind: PassageKind;
  readonly headingPath: readonly string[];
  readonly units: readonly EvidenceUnit[];
  readonly table: TableRow | null;
}

export const PASSAGE_MAX_WORDS = 120;

export function draftPassage(
  kind: PassageKind,
  headingPath: readonly string[],
  { start, end, units }: Atom,
): PassageDraft {
  return { kind, headingPath, start, end, units, table: null };
}
