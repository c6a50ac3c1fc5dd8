import type { Span } from './span.ts';

/** A mark around part of a text, such as bold or a link. */
export interface Wrapper {
  readonly isStrong: boolean;
  /** What it wraps, as offsets into the plain text, blanks at its ends left out. */
  readonly from: number;
  readonly to: number;
  /** The whole of it, marks included, as offsets into the document. */
  readonly start: number;
  readonly end: number;
}

/** Text without marks that knows, for each of its code units, where in the document it came from. */
export interface ProjectedText {
  readonly plain: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** By `from`. */
  readonly wrappers: readonly Wrapper[];
}

/** Ends a sentence wherever it stands; blank, so it never shows. */
export const HARD_BREAK = '\u2029';

export interface Projection {
  /** `chars` came from `start` to `end`, all of them from all of it. */
  add(chars: string, start: number, end: number): void;
  /** `chars` stand in the document as they are, from `start` on. */
  copy(chars: string, start: number): void;
  wrap(span: Span, isStrong: boolean, addContent: () => void): void;
  finish(): ProjectedText;
}

export function createProjection(): Projection {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const open: Wrapper[] = [];

  return {
    add(chars, start, end) {
      pieces.push(chars);
      for (let i = 0; i < chars.length; i += 1) {
        starts.push(start);
        ends.push(end);
      }
    },
    copy(chars, start) {
      pieces.push(chars);
      for (let i = 0; i < chars.length; i += 1) {
        starts.push(start + i);
        ends.push(start + i + 1);
      }
    },
    wrap({ start, end }, isStrong, addContent) {
      const from = starts.length;
      addContent();
      open.push({ isStrong, from, to: starts.length, start, end });
    },
    finish() {
      const plain = pieces.join('');
      const wrappers = open.map((wrapper) => trimWrapper(wrapper, plain)).filter(isFilled);
      return { plain, starts, ends, wrappers: wrappers.sort((a, b) => a.from - b.from) };
    },
  };
}

function trimWrapper(wrapper: Wrapper, plain: string): Wrapper {
  const content = plain.slice(wrapper.from, wrapper.to);
  const from = wrapper.from + content.length - content.trimStart().length;
  return { ...wrapper, from, to: Math.max(from, wrapper.from + content.trimEnd().length) };
}

function isFilled({ from, to }: Wrapper): boolean {
  return from < to;
}
