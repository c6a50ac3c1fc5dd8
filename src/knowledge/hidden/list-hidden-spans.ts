import { elementsIn, parseHtml } from '#knowledge/documents/parse-html.ts';
import { whyHidden } from './why-hidden.ts';

export interface HiddenSpan {
  /** UTF-16 code-unit offsets. */
  readonly start: number;
  readonly end: number;
  /** In plain words. */
  readonly why: string;
}

/** An opening tag that may hide what it holds. */
const HIDING =
  /<(?<tag>[a-z][\w-]*)\b(?=[^<>]*(?:\sstyle\s*=|\shidden\b|\saria-hidden\b)|(?<=<(?:template|noscript)))(?:"[^"]*"|'[^']*'|[^'"<>])*>/giu;

/** HTML in a Markdown text that hides what it holds, up to the end of the element, or of the text where it never ends. */
export function listHiddenSpans(text: string): HiddenSpan[] {
  if (!text.includes('<')) return [];
  const spans: HiddenSpan[] = [];
  for (const { 0: opening, index, groups } of text.matchAll(HIDING)) {
    if (spans.some(({ start, end }) => index >= start && index < end)) continue;
    const tag = groups?.['tag'] ?? '';
    const element = [...elementsIn(parseHtml(`<body>${opening}`))].find(({ tagName }) => tagName === tag.toLowerCase());
    const why = element ? whyHidden(element) : null;
    if (why !== null) spans.push({ start: index, end: endOf(text, tag, index + opening.length), why });
  }
  return spans;
}

/** Elements of the same name inside are counted. */
function endOf(text: string, tag: string, from: number): number {
  let depth = 1;
  const marks = new RegExp(`<(/?)${tag}\\b[^>]*>`, 'giu');
  marks.lastIndex = from;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    depth += mark[1] === '/' ? -1 : 1;
    if (depth === 0) return marks.lastIndex;
  }
  return text.length;
}
