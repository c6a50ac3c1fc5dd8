import { z } from 'zod';

/**
 * A text somebody typed, trimmed. Half a character (a lone surrogate, as a cut emoji leaves it) and NUL cannot be stored
 * faithfully and become U+FFFD instead of costing the person their question.
 */
export function personText(maxChars: number) {
  return z.string().overwrite(makeStorable).trim().min(1).max(maxChars);
}

export function makeStorable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD');
}
