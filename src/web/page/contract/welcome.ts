import type { Welcome as WireWelcome } from '#wire/welcome.ts';
import { count, list, nullable, partOf, record, type Shaped, text } from '../shape.ts';
import { actions, notice } from './notice.ts';

export const welcome = partOf<WireWelcome>()(
  record({
    organisation: record({ name: text, url: nullable(text) }),
    aiNotice: text,
    privacyNotice: text,
    disclaimer: text,
    emergencyLine: notice,
    suggestions: list(text),
    limits: record({ messageChars: count }),
    person: nullable(record({ name: nullable(text), hours: nullable(text), actions })),
  }),
);

export type Welcome = Shaped<typeof welcome>;
