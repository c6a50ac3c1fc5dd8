export const REMOVED = '[removed]';

export type Span = readonly [start: number, end: number];

/** The same places in order, none touching another. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** The text with `[removed]` in place of each span. */
export function trimSpans(text: string, spans: readonly Span[]): string {
  let trimmed = '';
  let at = 0;
  for (const [start, end] of joinSpans(spans)) {
    trimmed += text.slice(at, start) + REMOVED;
    at = end;
  }
  return trimmed + text.slice(at);
}

/** Where a place of the text is in the trimmed text; one inside what was removed becomes its stand-in. */
export function moveSpan([from, to]: Span, removed: readonly Span[]): Span {
  const move = (place: number, isEnd: boolean): number => {
    let shift = 0;
    for (const [start, end] of joinSpans(removed)) {
      if (place >= end) shift += REMOVED.length - (end - start);
      else if (place > start) return start + shift + (isEnd ? REMOVED.length : 0);
    }
    return place + shift;
  };
  return [move(from, false), move(to, true)];
}
