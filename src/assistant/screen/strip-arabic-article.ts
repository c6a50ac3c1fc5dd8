const PARTICLES = /^(?:وال|بال|فال|کال|لل|ال)(?=\p{Script=Arabic}{3})/u;

/** Arabic writes "and", "with", "for" and "the" onto the word; rules and messages are compared without them. */
export function stripArabicArticle(word: string): string {
  return word.replace(PARTICLES, '');
}
