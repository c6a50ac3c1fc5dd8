import { createHash } from 'node:crypto';

/** Equal for texts that differ in case, punctuation, marks and spacing only. */
export function textKey(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}%+<>≥≤=]+/gu) ?? [];
  return createHash('sha256').update(words.join(' ')).digest('base64');
}
