/** A number or range, ready to be compared. */
export interface Quantity {
  /** As written. */
  readonly said: string;
  /** In `unit`; equal to `high` for one number. */
  readonly low: number;
  readonly high: number;
  /** As written, before any change of unit. */
  readonly written: readonly [number, number];
  /** Name of its unit, a label before it ("grade"), or null. Weeks are days and years months, where that is exact. */
  readonly unit: string | null;
  readonly bound: 'over' | 'under' | 'about' | 'exact';
  /** Written with + or −: a change, not a level. */
  readonly change: 'up' | 'down' | null;
  /** Need not stand in the quotes: "a week", "the two", "one of them". */
  readonly isOptional: boolean;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** The same amount, of the same thing. */
export const sameAmount = (a: Quantity, b: Quantity): boolean =>
  Math.abs(a.low - b.low) < 1e-9 && Math.abs(a.high - b.high) < 1e-9;
