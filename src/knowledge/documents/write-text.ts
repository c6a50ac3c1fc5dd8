import type { Options } from 'remark-stringify';
import { parseMarkdown } from './parse-markdown.ts';

type TextHandler = NonNullable<NonNullable<Options['handlers']>['text']>;

/** These pair with others of their kind elsewhere in the paragraph, so looking at one text alone does not settle them. */
const PAIRED = /[*_`~]/;
const BREAKS_CELL = /[|\n]/;

/**
 * Writes a text with an escape only where Markdown would otherwise read a mark: a quote of "[1]" or "<5%" should look
 * like the page it came from.
 */
export const writeText: TextHandler = (node, _parent, state, info) => {
  const value: string = node.value;
  const escaped = state.safe(value, info);
  if (escaped === value || PAIRED.test(value)) return escaped;
  if (state.stack.includes('tableCell') && BREAKS_CELL.test(value)) return escaped;
  return isReadAsWritten(value) ? value : escaped;
};

function isReadAsWritten(value: string): boolean {
  const trimmed = value.trim();
  const [block, ...rest] = parseMarkdown(trimmed).children;
  if (block?.type !== 'paragraph' || rest.length > 0) return false;
  const [only, ...more] = block.children;
  return only?.type === 'text' && more.length === 0 && only.value === trimmed;
}
