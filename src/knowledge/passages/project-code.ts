import { findNear, skipLinePrefix } from './follow-source.ts';
import type { Projection } from './projected-text.ts';
import type { Span } from './span.ts';

/** Adds a code span: a line end in it reads as a blank, and `\|` within a table as `|`. */
export function projectCode(value: string, source: string, span: Span, projection: Projection): void {
  let at = span.start;
  while (at < span.end && source[at] === '`') at += 1;
  for (let index = 0; index < value.length; index += 1) {
    const char = value.charAt(index);
    const isLineEnd = char === ' ' && source[at] === '\n';
    const found = findNear(isLineEnd ? '\n' : char, source, at, span);
    projection.add(char, found.start, found.end);
    at = isLineEnd ? skipLinePrefix(source, found.end, value.charAt(index + 1)) : found.end;
  }
}
