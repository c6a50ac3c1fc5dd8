import type { WireFault } from '#wire/fault.ts';
import { nullable, partOf, record, type Shaped, text } from '../shape.ts';
import { notice } from './notice.ts';

export const fault = partOf<Pick<WireFault, 'error'>>()(record({ error: record({ code: text }) }));

/** The standing emergency line that comes with some refusals. */
export const withNotice = partOf<{ notice: NonNullable<WireFault['notice']> }>()(record({ notice }));

/** What is said about a document that may not be shown any more. */
export const withdrawal = partOf<NonNullable<WireFault['error']['withdrawn']>>()(
  record({ title: text, withdrawnOn: nullable(text), successor: nullable(text) }),
);

export type Fault = Shaped<typeof fault>;
export type Withdrawal = Shaped<typeof withdrawal>;
