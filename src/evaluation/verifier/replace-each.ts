/** Every text with one match of the pattern replaced. `write`: null leaves a match alone. */
export function replaceEach(
  text: string,
  pattern: RegExp,
  write: (match: RegExpMatchArray) => string | null,
): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const written = write(match);
    if (written === null || written === match[0]) return [];
    const changed = text.slice(0, match.index) + written + text.slice((match.index ?? 0) + match[0].length);
    return [
      changed
        .replace(/ {2,}/gu, ' ')
        .replace(/ ([,.;])/gu, '$1')
        .trim(),
    ];
  });
}

/** With the capital of what it stands for. */
export const inCaseOf = (model: string, word: string): string =>
  /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
