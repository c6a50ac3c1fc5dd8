import { type HtmlElement, type HtmlNode, type HtmlRoot, textOf } from '#knowledge/documents/parse-html.ts';
import type { DocumentWarning, FindOrder } from './document-warning.ts';
import { whyHidden } from './why-hidden.ts';

const CODE = new Set(['script', 'style', 'svg', 'math', 'head', 'title']);
/** Shorter ones are icons and marks of an editor. */
const LEAST_WORDS = 3;
const LEAST_COMMENT_WORDS = 5;
const NOTES = /^\s*(?:\[if|\[endif|\/?wp:|googleo|#?include|markdownlint|prettier|eslint|toc\b|more\b)/iu;

const wordsIn = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0;

function textInside(element: HtmlElement): string {
  return 'content' in element && element.content ? textOf(element.content) : textOf(element);
}

function ofComment(value: string, findOrder: FindOrder): string | null {
  const order = findOrder(value);
  if (order) return `holds a comment that ${order.says}`;
  return wordsIn(value) >= LEAST_COMMENT_WORDS && !NOTES.test(value) ? 'holds a comment with words in it' : null;
}

function ofElement(element: HtmlElement, findOrder: FindOrder): string | null {
  const why = whyHidden(element);
  const text = why === null ? '' : textInside(element);
  if (why !== null && wordsIn(text) >= LEAST_WORDS) {
    const order = findOrder(text);
    return `holds text ${why}${order ? ` and ${order.says}` : ''}`;
  }
  for (const name of ['alt', 'title', 'ariaLabel', 'content']) {
    const order = findOrder(String(element.properties[name] ?? ''));
    if (order) return `holds a description (${name === 'ariaLabel' ? 'aria-label' : name}) that ${order.says}`;
  }
  return null;
}

/** What a page holds that a reader does not see: hidden elements with words, comments, descriptions meant for a machine. */
export function* findHiddenElements(node: HtmlRoot | HtmlNode, findOrder: FindOrder): Generator<DocumentWarning> {
  const line = node.position?.start.line ?? null;
  if (node.type === 'comment') {
    const reason = ofComment(node.value, findOrder);
    if (reason !== null) yield { line, reason };
  }
  if (node.type === 'element') {
    const reason = CODE.has(node.tagName) && node.tagName !== 'head' ? null : ofElement(node, findOrder);
    if (reason !== null) yield { line, reason };
    // What is inside is part of it.
    if (CODE.has(node.tagName) && node.tagName !== 'head') return;
    if (reason !== null && whyHidden(node) !== null) return;
  }
  if ('children' in node) for (const child of node.children) yield* findHiddenElements(child, findOrder);
}
