import type { Shape } from '../shape.ts';

/** What a sentence is there for besides answering: `caveat`, `other_source`, or one that this page does not know yet. */
export interface HasRole {
  readonly role?: unknown;
}

/** The shape, with a role that may be there: nothing is asked of it, so that new roles break nothing. */
export function withRole<T>(shape: Shape<T>): Shape<T & HasRole> {
  return (value): value is T & HasRole => shape(value);
}
