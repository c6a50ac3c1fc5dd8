import type { WireNotice } from '#wire/notice.ts';
import { list, partOf, record, type Shape, type Shaped, text } from '../shape.ts';

/** Nothing else may be reached from a notice: no script address, no plain http. */
const safeHref: Shape<string> = (value): value is string =>
  typeof value === 'string' && /^(?:tel|mailto|sms|https):/i.test(value);

export const actions = list(record({ label: text, href: safeHref }));

export const notice = partOf<WireNotice>()(record({ id: text, locale: text, title: text, text, actions }));

export type Action = Shaped<typeof actions>[number];
export type Notice = Shaped<typeof notice>;
