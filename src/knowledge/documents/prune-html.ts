import { whyHidden } from '#knowledge/hidden/why-hidden.ts';
import { elementsIn, type HtmlElement, type HtmlNode, type HtmlRoot, textOf } from './parse-html.ts';

/** Never the text of a page: code, controls, media, and what an author struck out. */
const DROPPED = new Set(
  (
    'script style template noscript nav aside form button input select textarea dialog menu svg math canvas iframe ' +
    'object embed video audio picture img map del s strike head'
  ).split(' '),
);
const CHROME_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'dialog', 'menu', 'menubar', 'toolbar']);
/** Icon fonts write the icon's name ("check_circle") as text. */
const ICON_CLASS = /(?:^|-)(?:material-icons|material-symbols)/;

/** The readable part of a page: its main part when it names one, without what a reader would not see or not read. */
export function pruneHtml(root: HtmlRoot): HtmlRoot {
  const main = findMain(root);
  const children = (main === null ? root.children : [main]).flatMap((node) => pruneNode(node, main !== null));
  return { type: 'root', children };
}

function findMain(root: HtmlRoot): HtmlElement | null {
  const articles: HtmlElement[] = [];
  for (const element of elementsIn(root)) {
    if (element.tagName === 'main' || element.properties['role'] === 'main') return element;
    if (element.tagName === 'article') articles.push(element);
  }
  const [only, ...more] = articles;
  return only !== undefined && more.length === 0 ? only : null;
}

function pruneNode(node: HtmlNode, insideMain: boolean): HtmlNode[] {
  if (node.type !== 'element') return node.type === 'text' ? [node] : [];
  if (isHidden(node) || DROPPED.has(node.tagName) || isChrome(node, insideMain)) return [];
  const inside = insideMain || node.tagName === 'article';
  const children = node.children.flatMap((child) => pruneNode(child, inside)) as HtmlElement['children'];
  if (node.tagName === 'a') return children;
  if (node.tagName === 'table') return [...hoistCaption(children), { ...node, children: withoutCaption(children) }];
  if (node.tagName === 'summary' || node.tagName === 'caption') return [boldParagraph(children)];
  return [{ ...node, children }];
}

function isHidden(element: HtmlElement): boolean {
  if (whyHidden(element) !== null) return true;
  const { className } = element.properties;
  return Array.isArray(className) && className.some((name) => ICON_CLASS.test(String(name)));
}

function isChrome(element: HtmlElement, insideMain: boolean): boolean {
  if (CHROME_ROLES.has(String(element.properties['role']))) return true;
  if (insideMain) return false;
  if (element.tagName === 'footer') return true;
  return element.tagName === 'header' && ![...elementsIn(element)].some(({ tagName }) => tagName === 'h1');
}

const isCaption = (node: HtmlNode) => node.type === 'element' && node.tagName === 'p';

function hoistCaption(children: HtmlElement['children']): HtmlNode[] {
  return children.filter((child) => isCaption(child) && textOf(child).trim() !== '');
}

function withoutCaption(children: HtmlElement['children']): HtmlElement['children'] {
  return children.filter((child) => !isCaption(child));
}

/** Read later as the question of an answer, or as the caption of a table. */
function boldParagraph(children: HtmlElement['children']): HtmlElement {
  const strong: HtmlElement = { type: 'element', tagName: 'strong', properties: {}, children };
  return { type: 'element', tagName: 'p', properties: {}, children: [strong] };
}
