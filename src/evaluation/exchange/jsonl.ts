/** One JSON object a line. */
export const writeJsonl = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** The values of the lines that hold something. Throws naming the first line that is no JSON. */
export function readJsonl(text: string): Array<{ readonly line: number; readonly value: unknown }> {
  return text.split('\n').flatMap((content, at) => {
    if (content.trim() === '') return [];
    try {
      return [{ line: at + 1, value: JSON.parse(content) as unknown }];
    } catch (cause) {
      throw new Error(`line ${at + 1}: not JSON`, { cause });
    }
  });
}
