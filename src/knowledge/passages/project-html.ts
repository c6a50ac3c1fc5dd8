import { decodeEntity, ENTITY } from './decode-entity.ts';
import { createProjection, HARD_BREAK, type ProjectedText } from './projected-text.ts';
import type { Span } from './span.ts';

const UNREAD = /<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<[!?][^>]*>/iy;
const TAG = /<\/?([A-Za-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/y;
const INLINE = new Set('a abbr b cite code em font i kbd mark q small span strong sub sup time u var'.split(' '));
const TEXT = /[^<&\n]+/y;

/** The text of an HTML block inside Markdown; every tag that is not part of a line ends a sentence. */
export function projectHtml(documentText: string, { start, end }: Span): ProjectedText {
  const html = documentText.slice(start, end);
  const projection = createProjection();
  let at = 0;
  while (at < html.length) {
    const unread = match(UNREAD, html, at)?.[0];
    const tag = unread === undefined ? match(TAG, html, at) : null;
    const entity = match(ENTITY, html, at)?.[0];
    const length = (unread ?? tag?.[0] ?? entity)?.length ?? match(TEXT, html, at)?.[0].length ?? 1;
    const here = start + at;
    if (tag !== null && !INLINE.has(tag[1]?.toLowerCase() ?? '')) projection.add(HARD_BREAK, here, here + length);
    else if (unread === undefined && tag === null && entity !== undefined)
      projection.add(decodeEntity(entity), here, here + length);
    else if (unread === undefined && tag === null)
      projection.copy(html.slice(at, at + length).replaceAll('\n', ' '), here);
    at += length;
  }
  return projection.finish();
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
