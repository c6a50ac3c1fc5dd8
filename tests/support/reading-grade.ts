function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/gu, '');
  if (letters.length === 0) return 1;
  const groups = letters.replace(/(?:[^laeiouy]es|[^laeiouy]e|ed)$/u, '').match(/[aeiouy]{1,2}/gu);
  return Math.max(1, groups?.length ?? 1);
}

/** Flesch-Kincaid grade: 0.39 words per sentence + 11.8 syllables per word − 15.59 (Kincaid 1975). */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?]+(?:\s|$)/u).filter((sentence) => sentence.trim() !== '');
  const words = text.split(/\s+/u).filter((word) => /[A-Za-z]/u.test(word));
  const total = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (total / words.length) - 15.59;
}
