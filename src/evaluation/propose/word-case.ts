import type { Passage } from '#domain/passage.ts';

/** Words with their capitals as in the middle of a sentence. */
export type InSentence = (words: string) => string;

/**
 * "Wound infection" is "wound infection" in a sentence, "Lumetor" stays: a word loses its capital where the documents also
 * write it small.
 */
export function createInSentence(passages: readonly Passage[]): InSentence {
  const written = passages.flatMap(({ text }) => text.match(/(?<![\p{L}\p{N}-])\p{Ll}+/gu) ?? []);
  const small = new Set([...written, 'a', 'an', 'the']);
  return (words) =>
    words.replace(/(?<![\p{L}\p{N}-])\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/gu, (word) =>
      small.has(word.toLowerCase()) ? word.toLowerCase() : word,
    );
}
