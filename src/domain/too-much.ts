import type { Notice } from './notice.ts';

/** What a patient may tell that no answer needs. */
export const tooMuchKinds = ['record_number', 'payment_card', 'contact', 'name_and_birth', 'pasted_report'] as const;
export type TooMuchKind = (typeof tooMuchKinds)[number];

/** A place in a message. `span` is in UTF-16 code units of the message as sent. */
export interface ToldSpan {
  readonly kind: TooMuchKind;
  readonly span: readonly [start: number, end: number];
}

/** More was told than an answer needs. */
export interface TooMuch {
  readonly notice: Notice;
  /** In order; they may overlap. */
  readonly spans: readonly ToldSpan[];
  /** The message with `[removed]` in place of each. */
  readonly trimmed: string;
}
