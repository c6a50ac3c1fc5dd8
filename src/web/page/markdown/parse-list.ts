import type { Span } from './blocks.ts';

const marker = /^(\s*)([-*+]|\d{1,9}[.)])(\s+|$)/;
const ruleOfStars = /^\s*([-*])(?:\s*\1){2,}\s*$/;

export function startsItem(line: string): boolean {
  return marker.test(line) && !ruleOfStars.test(line);
}

interface ParsedList {
  /** The first number of a numbered list, else null. */
  readonly first: number | null;
  /** The lines of each item, without marker and indentation. */
  readonly items: ReadonlyArray<readonly Span[]>;
  readonly next: number;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The list that starts at line `from`: what is indented below a marker belongs to its item. */
export function parseList(text: string, lines: readonly Span[], from: number): ParsedList {
  const words = (line: Span): string => text.slice(line.start, line.end);
  const items: Span[][] = [];
  const firstLine = lines[from] === undefined ? '' : words(lines[from]);
  const base = indentOf(firstLine);
  const isNumbered = /^\s*\d/.test(firstLine);
  let content = base + 2;
  let isAfterBlank = false;
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at] as Span;
    const current = words(line);
    const isBlank = current.trim() === '';
    const indent = indentOf(current);
    if (!isBlank && indent < content && startsItem(current)) {
      if (/^\s*\d/.test(current) !== isNumbered) break;
      const mark = marker.exec(current)?.[0] ?? '';
      content = mark.length;
      items.push([{ start: line.start + mark.length, end: line.end }]);
    } else if (isBlank) {
      items.at(-1)?.push({ start: line.end, end: line.end });
    } else if (indent >= content) {
      items.at(-1)?.push({ start: line.start + content, end: line.end });
    } else if (!isAfterBlank && !/^ {0,3}(?:#{1,6}\s|>|```)/.test(current)) {
      items.at(-1)?.push({ start: line.start + indent, end: line.end });
    } else {
      break;
    }
    isAfterBlank = isBlank;
  }
  return { first: isNumbered ? Number.parseInt(firstLine.trimStart(), 10) : null, items, next: at };
}
