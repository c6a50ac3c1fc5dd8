/** A text without Markdown's marks, in lower case, white space as one space: how words are looked for in documents. */
export const plainWords = (text: string): string =>
  text
    .replace(/\*\*|__/gu, '')
    .replace(/\\\|/gu, '|')
    .replace(/\s+/gu, ' ')
    .toLowerCase();
