import { DocumentProblem } from './document-problem.ts';

const OPENING = /^\s*---[ \t]*\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m;
const FIRST_KEY = /^(?:[ \t]*(?:#.*)?\n)*["']?[A-Za-z][\w -]*["']?[ \t]*:(?:\s|$)/;

export interface SplitText {
  /** The YAML between the marks; null when the text has no front matter. */
  readonly frontMatter: string | null;
  readonly body: string;
}

/**
 * Front matter from body. A text may also begin with a thematic break: only a block that begins with a key is front
 * matter. One that never closes is refused, since what it says (`status: withdrawn`) would go unread.
 */
export function splitFrontMatter(text: string, file: string): SplitText {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return { frontMatter: null, body: text };
  const rest = text.slice(opening.length);
  const closing = CLOSING.exec(rest);
  if (closing?.index === 0) return { frontMatter: null, body: rest.slice(closing[0].length) };
  if (!FIRST_KEY.test(rest)) return { frontMatter: null, body: text };
  if (closing === null) throw new DocumentProblem(file, 'the front matter has no closing ---');
  return { frontMatter: rest.slice(0, closing.index), body: rest.slice(closing.index + closing[0].length) };
}
