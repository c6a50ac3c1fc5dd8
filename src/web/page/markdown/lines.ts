import type { Span } from './blocks.ts';

/** The lines of a text without their line ends. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  while (start <= text.length) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** A line without the white space at its ends. */
export function trimmed(text: string, line: Span): Span {
  const words = text.slice(line.start, line.end);
  const start = line.start + (words.length - words.trimStart().length);
  return { start, end: Math.max(start, line.end - (words.length - words.trimEnd().length)) };
}
