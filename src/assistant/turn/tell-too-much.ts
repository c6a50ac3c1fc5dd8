import type { FindTooMuch } from '#assistant/screen/told/create-too-much-finder.ts';
import type { Notice } from '#domain/notice.ts';
import type { TooMuch } from '#domain/too-much.ts';
import { trimSpans } from '#domain/trim-spans.ts';

interface TellDeps {
  readonly findTooMuch: FindTooMuch;
  readonly notice: (id: string, locale: string) => Notice;
}

/** What is said of a message that tells more than an answer needs; null for any other. */
export function tellTooMuch(message: string, locale: string, { findTooMuch, notice }: TellDeps): TooMuch | null {
  const spans = findTooMuch(message);
  if (spans.length === 0) return null;
  const trimmed = trimSpans(
    message,
    spans.map(({ span }) => span),
  );
  return { notice: notice('too_much_told', locale), spans, trimmed };
}
