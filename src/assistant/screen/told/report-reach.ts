import type { Span } from '#domain/trim-spans.ts';
import type { MarkedText } from './mark-cues.ts';

const MAX_HEADER_LINES = 25;

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Lines, each cut into its sentences, from `from` on. Blank ones are left out. */
function piecesFrom(text: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const piece of text.slice(from).split(/(?<=\n)|(?<=[.!?]\s)|(?<=[。？])/u)) {
    const start = at + piece.length - piece.trimStart().length;
    const end = at + piece.trimEnd().length;
    if (end > start) pieces.push({ start, end });
    at += piece.length;
  }
  return pieces;
}

/** How far a report reaches around its first and last sign: its header, and on to the person's own words. */
export function reachReport(marked: MarkedText, [first, last]: Span): Span {
  const { text, endAt } = marked;
  const isOwn = ({ start, end }: Piece): boolean =>
    /[?？]$/u.test(text.slice(start, end)) || [0, 1, 2, 3].some((skipped) => endAt('ownWords', start + skipped) >= 0);
  const isHeader = (start: number, end: number): boolean => {
    const line = text.slice(start, end).trim();
    if (line === '') return true;
    const from = start + text.slice(start, end).indexOf(line);
    if (isOwn({ start: from, end: from + line.length })) return false;
    return /^[^:?]{1,30}:./u.test(line) || (line === line.toUpperCase() && line !== line.toLowerCase());
  };

  function startOf(): number {
    const lineStart = text.lastIndexOf('\n', first - 1) + 1;
    if (lineStart !== first && !isHeader(lineStart, first)) return first;
    let start = lineStart;
    for (let lines = 0; start > 0 && lines < MAX_HEADER_LINES; lines += 1) {
      const above = text.lastIndexOf('\n', start - 2) + 1;
      if (!isHeader(above, start - 1)) break;
      start = above;
    }
    return start + (/^\s*/u.exec(text.slice(start))?.[0].length ?? 0);
  }

  function endOf(): number {
    let end = last;
    for (const [order, piece] of piecesFrom(text, last).entries()) {
      // What is left of the sentence in which the last sign stands is the report's, unless it asks.
      const isRest = order === 0 && !text.slice(last, piece.start).includes('\n');
      if (isRest ? /[?？]$/u.test(text.slice(piece.start, piece.end)) : isOwn(piece)) break;
      end = piece.end;
    }
    return end;
  }

  return [startOf(), endOf()];
}
