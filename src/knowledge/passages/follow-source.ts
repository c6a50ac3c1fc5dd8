import type { Span } from './span.ts';

/** How far a parser may have dropped characters that nothing else here accounts for. */
const NEARBY_CHARS = 8;
/** Where `char` stands at or soon after `at`; otherwise the character before, so that every offset stays inside. */
export function findNear(char: string, source: string, at: number, { start, end }: Span): Span {
  const last = Math.min(end, at + NEARBY_CHARS);
  for (let place = at; place + char.length <= last; place += 1)
    if (source.startsWith(char, place)) return { start: place, end: place + char.length };
  const place = Math.max(start, Math.min(at, end) - 1);
  return { start: place, end: Math.min(place + 1, end) };
}

/** The offset after the blanks and quote marks that begin a line, up to `first`, with which its text begins. */
export function skipLinePrefix(source: string, at: number, first: string): number {
  let next = at;
  while (source[next] !== first && (source[next] === ' ' || source[next] === '\t' || source[next] === '>')) next += 1;
  return next;
}
