import type { Block, Span } from './blocks.ts';
import { trimmed } from './lines.ts';
import { parseList, startsItem } from './parse-list.ts';
import { splitRow } from './split-row.ts';

const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const rule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const quoted = /^ {0,3}> ?/;
const divider = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The Markdown our documents use, as blocks that keep the place of every word in the source. */
export function parseBlocks(text: string, lines: readonly Span[]): Block[] {
  const blocks: Block[] = [];
  const words = (at: number): string => {
    const line = lines[at];
    return line === undefined ? '' : text.slice(line.start, line.end);
  };
  const startsBlock = (at: number): boolean =>
    [heading, rule, fence, quoted].some((pattern) => pattern.test(words(at))) || startsItem(words(at));
  const isTable = (at: number): boolean =>
    words(at).includes('|') && words(at + 1).includes('-') && divider.test(words(at + 1));
  const take = (from: number, goesOn: (at: number) => boolean): number => {
    let at = from;
    while (at < lines.length && goesOn(at)) at += 1;
    return at;
  };

  let at = 0;
  while (at < lines.length) {
    const line = words(at);
    const span = lines[at] as Span;
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const headed = heading.exec(line);
    if (headed !== null) {
      const inner = headed[2] ?? '';
      const start = span.start + line.indexOf(inner, line.indexOf('#') + (headed[1] ?? '').length);
      blocks.push({ kind: 'heading', level: (headed[1] ?? '#').length, lines: [{ start, end: start + inner.length }] });
      at += 1;
    } else if (rule.test(line)) {
      blocks.push({ kind: 'rule' });
      at += 1;
    } else if (fence.test(line)) {
      const mark = (fence.exec(line)?.[1] ?? '```').slice(0, 3);
      const end = take(at + 1, (next) => !words(next).trimStart().startsWith(mark));
      blocks.push({ kind: 'code', lines: lines.slice(at + 1, end) });
      at = end + 1;
    } else if (quoted.test(line)) {
      const end = take(at, (next) => quoted.test(words(next)));
      const inner = lines.slice(at, end).map((one, index) => {
        const mark = quoted.exec(words(at + index))?.[0] ?? '';
        return { start: one.start + mark.length, end: one.end };
      });
      blocks.push({ kind: 'quote', blocks: parseBlocks(text, inner) });
      at = end;
    } else if (startsItem(line)) {
      const parsed = parseList(text, lines, at);
      blocks.push({
        kind: 'list',
        first: parsed.first,
        items: parsed.items.map((item) => parseBlocks(text, item)),
      });
      at = parsed.next;
    } else if (isTable(at)) {
      const end = take(at + 2, (next) => words(next).includes('|'));
      const [head, ...rows] = [span, ...lines.slice(at + 2, end)].map((row) => splitRow(text, row));
      blocks.push({ kind: 'table', head: head ?? [], rows });
      at = end;
    } else {
      const end = take(at + 1, (next) => words(next).trim() !== '' && !startsBlock(next) && !isTable(next));
      blocks.push({ kind: 'paragraph', lines: lines.slice(at, end).map((one) => trimmed(text, one)) });
      at = end;
    }
  }
  return blocks;
}
