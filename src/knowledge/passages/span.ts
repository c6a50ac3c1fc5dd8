/** UTF-16 code-unit offsets into the document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Positioned {
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
}

export function spanOf({ position }: Positioned): Span {
  const start = position?.start.offset;
  const end = position?.end.offset;
  if (start === undefined || end === undefined) throw new Error('a parsed node has no position');
  return { start, end };
}

/** Without the blanks at its ends. */
export function trimSpan({ start, end }: Span, documentText: string): Span {
  const slice = documentText.slice(start, end);
  const trimmedStart = start + slice.length - slice.trimStart().length;
  return { start: trimmedStart, end: Math.max(trimmedStart, start + slice.trimEnd().length) };
}
