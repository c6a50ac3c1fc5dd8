import { ENTITY } from './decode-entity.ts';
import { findNear, skipLinePrefix } from './follow-source.ts';
import type { Projection } from './projected-text.ts';
import type { Span } from './span.ts';

/** Footnote references, the marks that open a footnote, and struck-out words: no part of what is said. */
const UNSAID = /\[\^[^\]\s]+\]:?|~~[^~\n]+~~/g;
const ESCAPE = /\\[!-/:-@[-`{-~]/y;
const AMPERSAND = /^&(?:amp|AMP|#0*38|#[xX]0*26);$/;
/** The second half of the few entities that stand for two characters. */
const JOINED = /\p{M}|\u200A|[\uDC00-\uDFFF]/u;

interface Step {
  readonly chars: string;
  readonly start: number;
  readonly end: number;
  /** Where the source goes on. */
  readonly next: number;
}

/**
 * Adds a parsed text (`value`: escapes and entities resolved, line prefixes gone) by following the source it came from.
 */
export function projectRun(value: string, source: string, span: Span, projection: Projection): void {
  if (value.search(UNSAID) === -1 && value.length === span.end - span.start && source.startsWith(value, span.start))
    projection.copy(value.replaceAll('\n', ' '), span.start);
  else followRun(value, source, span, projection);
}

function followRun(value: string, source: string, span: Span, projection: Projection): void {
  const unsaid = value.matchAll(UNSAID);
  let skip = unsaid.next().value;
  let at = span.start;
  for (let index = 0; index < value.length; ) {
    const step = readStep(value, index, source, at, span);
    if (skip === undefined || index < skip.index) projection.add(step.chars, step.start, step.end);
    index += step.chars.length;
    at = step.next;
    if (skip !== undefined && index >= skip.index + skip[0].length) skip = unsaid.next().value;
  }
}

function readStep(value: string, index: number, source: string, at: number, span: Span): Step {
  const char = value.charAt(index);
  if (char === '\n') {
    const line = source.indexOf('\n', at);
    return { chars: ' ', start: line, end: line + 1, next: skipLinePrefix(source, line + 1, value.charAt(index + 1)) };
  }
  if (source[at] === '\\' && source[at + 1] === char && matchAt(ESCAPE, source, at) !== null)
    return { chars: char, start: at, end: at + 2, next: at + 2 };
  const entity = source[at] === '&' ? matchAt(ENTITY, source, at) : null;
  if (entity !== null && (char !== '&' || AMPERSAND.test(entity))) {
    const next = at + entity.length;
    return {
      chars: JOINED.test(value.charAt(index + 1)) ? value.slice(index, index + 2) : char,
      start: at,
      end: next,
      next,
    };
  }
  const found = findNear(char, source, at, span);
  return { chars: char, ...found, next: found.end };
}

function matchAt(pattern: RegExp, source: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? null;
}
