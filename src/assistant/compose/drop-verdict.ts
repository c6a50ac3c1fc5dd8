import type { QuotedSpan } from './candidate.ts';

/** "Yes — ", "In most cases, yes — ": up to where a sentence of its own begins. */
const OPENING = /^(?:[^.!?]{0,40}?\b)?(?:yes|no)\b\s*[—–,:;-]\s+/iu;
/** What leans on the verdict before it: "with crutches", "if your doctor agrees". */
const LEANING =
  /^(?:if|with|without|but|and|or|though|although|when|while|provided|because|only|as|so|unless|once|after)\b/iu;
const MIN_WORDS = 5;

/** The text behind the verdict that opens it, and its quote; null where nothing stands there by itself. */
export function dropVerdict(
  text: string,
  { start, end, quote }: QuotedSpan,
): { text: string; span: QuotedSpan } | null {
  const said = OPENING.exec(text)?.[0];
  const quoted = OPENING.exec(quote)?.[0];
  if (said === undefined || quoted === undefined) return null;
  const rest = text.slice(said.length);
  if (LEANING.test(rest) || rest.split(/\s+/u).length < MIN_WORDS) return null;
  return {
    text: rest.charAt(0).toUpperCase() + rest.slice(1),
    span: { start: start + quoted.length, end, quote: quote.slice(quoted.length) },
  };
}
