import { toString as plainText } from 'mdast-util-to-string';
import { parseMarkdown } from '#knowledge/documents/parse-markdown.ts';

/** Sticky: set `lastIndex` before use. */
export const ENTITY = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** What `&amp;` stands for; itself when it stands for nothing. */
export function decodeEntity(entity: string): string {
  // The parser trims blanks at the ends of a paragraph, and `&nbsp;` is one.
  return plainText(parseMarkdown(`x${entity}x`)).slice(1, -1);
}
