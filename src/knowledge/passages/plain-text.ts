import { parseMarkdown } from '#knowledge/documents/parse-markdown.ts';
import { projectInline } from './project-inline.ts';

const MARKS = /[*_`[\]<&\\~\n]/;
const NEXT_LINE = /\s*\n[ \t>]*/g;
/** Whatever begins with a word is a paragraph, not a list, heading or rule. */
const LEAD = 'x ';

/** A quote without Markdown marks, as it reads: for the quote of a sentence, its unit's `text`. A table row keeps its bars. */
export function plainText(quote: string): string {
  if (!MARKS.test(quote)) return quote.replace(/\s+/g, ' ').trim();
  const line = LEAD + quote.trim().replace(NEXT_LINE, ' ');
  const [block] = parseMarkdown(line).children;
  if (block?.type !== 'paragraph') return quote;
  return projectInline(block.children, line).plain.slice(LEAD.length).replace(/\s+/g, ' ').trim();
}
