import type { DocumentRevision } from '#domain/document.ts';

/** The quote stands, to the letter, at its offsets in that version of the document. */
export function verifyQuote(
  quote: { readonly quote: string; readonly start: number; readonly end: number; readonly documentVersion: string },
  document: DocumentRevision,
): boolean {
  return (
    quote.quote.length > 0 &&
    document.version === quote.documentVersion &&
    document.text.slice(quote.start, quote.end) === quote.quote
  );
}
