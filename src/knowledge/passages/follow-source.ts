import type { Span } from './span.ts';

/** How far a parser may have dropped characters that nothing else here accounts for. */
const NEARBY_CHARS = 8;
/** What a quoted or indented paragraph repeats at the start of each line. */
const LINE_PREFIX = /[ \t>]*/y;

/** Where `char` stands at or soon after `at`; otherwise the character before, so that every offset stays inside. */
export function findNear(char: string, source: string, at: number, { start, end }: Span): Span {
  const last = Math.min(end, at + NEARBY_CHARS);
  for (let place = at; place + char.length <= last; place += 1)
    if (source.startsWith(char, place)) return { start: place, end: place + char.length };
  const place = Math.max(start, Math.min(at, end) - 1);
  return { start: place, end: Math.min(place + 1, end) };
}

/** The offset after the blanks and quote marks that begin a line. */
export function skipLinePrefix(source: string, at: number): number {
  LINE_PREFIX.lastIndex = at;
  return at + (LINE_PREFIX.exec(source)?.[0].length ?? 0);
}
