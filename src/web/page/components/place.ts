import type { Citation } from '../contract/citation.ts';

/** A stretch of one version of a document, to be opened and shown. */
export interface Place {
  readonly documentId: string;
  readonly documentVersion: string;
  readonly start: number;
  readonly end: number;
}

/** What the source panel shows: the words a citation rests on, where it stands or where else they stand. */
export interface ShownSource {
  readonly citation: Citation;
  readonly place: Place;
  readonly opener: Element | null;
}

export function placeName({ documentId, start }: Place): string {
  return `${documentId} ${start}`;
}

export function samePlace(one: Place, other: Place): boolean {
  return placeName(one) === placeName(other);
}
