/** What no sentence may say, whatever it cites. */
export const READER_REASONS = [
  'personal_advice',
  'reader_dose',
  'reader_prognosis',
  'promise',
  'claims_person',
  'markup',
] as const;

export type ReaderReason = (typeof READER_REASONS)[number];

/** Why a sentence is not carried by its quotes, or may not be said at all. Closed. */
export type ClaimRejection =
  | ReaderReason
  /** It cites nothing. */
  | 'no_evidence'
  /** It says nothing. */
  | 'no_claim'
  /** A number, an end of a range or a bound that the quotes do not hold. */
  | 'number'
  /** The number is there, of something else. */
  | 'unit'
  /** The figures are there, but each belongs to the other side. */
  | 'comparison'
  /** Higher for lower, before for after. */
  | 'direction'
  /** It denies what the quotes do not, or leaves out their denial. */
  | 'negation'
  /** More certain than its quotes. */
  | 'certainty'
  /** A drug, trial, cancer, body, country, treatment that the quotes do not name. */
  | 'name'
  /** Too many of its words stand nowhere in the quotes. */
  | 'words';

export type ClaimVerdict =
  | { readonly supported: true }
  | { readonly supported: false; readonly reason: ClaimRejection };
