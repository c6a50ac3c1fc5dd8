import { type DocumentWarning, type FindOrder, lineAt } from './document-warning.ts';
import { listHiddenSpans } from './list-hidden-spans.ts';

const COMMENT = /<!--([\s\S]*?)(?:-->|$)/gu;
const LEAST_COMMENT_WORDS = 5;
const NOTES = /^\s*(?:markdownlint|prettier|eslint|toc\b|vale\b|spellcheck)/iu;
/** What a link or an image says beside its label: its title, a picture's description. */
const TITLE = /\]\(\s*(?:<[^>\n]*>|[^)\s]*)\s+(?:"([^"\n]*)"|'([^'\n]*)'|\(([^)\n]*)\))\s*\)/gu;
const DEFINED_TITLE = /^[ \t]{0,3}\[[^\]\n]+\]:\s*\S+\s+(?:"([^"\n]*)"|'([^'\n]*)'|\(([^)\n]*)\))/gmu;
const PICTURE = /!\[([^\]\n]+)\]/gu;

const wordsIn = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0;

/** What a Markdown file holds that a reader does not see: comments, hidden HTML, titles and descriptions meant for a machine. */
export function findHiddenMarkdown(source: string, findOrder: FindOrder): DocumentWarning[] {
  const warnings: DocumentWarning[] = [];
  const warn = (at: number, reason: string) => warnings.push({ line: lineAt(source, at), reason });
  if (source.includes('<!--')) {
    for (const { 1: comment = '', index } of source.matchAll(COMMENT)) {
      const order = findOrder(comment);
      if (order) warn(index, `holds a comment that ${order.says}`);
      else if (wordsIn(comment) >= LEAST_COMMENT_WORDS && !NOTES.test(comment))
        warn(index, 'holds a comment with words in it');
    }
  }
  for (const { start, end, why } of listHiddenSpans(source)) {
    const inside = source.slice(start, end).replaceAll(/<[^>]*>/gu, ' ');
    const order = findOrder(inside.trim());
    if (wordsIn(inside) > 0) warn(start, `holds text ${why}${order ? ` and ${order.says}` : ''}`);
  }
  for (const pattern of source.includes('](') || source.includes(']:') ? [TITLE, DEFINED_TITLE, PICTURE] : []) {
    for (const { index, ...groups } of source.matchAll(pattern)) {
      const order = findOrder(groups[1] ?? groups[2] ?? groups[3] ?? '');
      if (order) warn(index, `holds a title or description of a link or picture that ${order.says}`);
    }
  }
  return warnings;
}
