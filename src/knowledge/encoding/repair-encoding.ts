import type { CodePageName } from './code-page.ts';
import { rereadMisread } from './reread-misread.ts';
import { restoreLostBytes } from './restore-lost-bytes.ts';

export interface RepairedText {
  readonly text: string;
  /** Characters whose bytes were all there and were read again as UTF-8; one misread twice counts twice. */
  readonly reread: number;
  /** Characters of which bytes are missing, restored from their surroundings: worth a person's look. */
  readonly restored: number;
  /** Damaged places left as they were, because nothing tells what stood there. */
  readonly unresolved: number;
  /** What the text had been misread as; empty when nothing was read again. */
  readonly codePages: readonly CodePageName[];
}

const UNRESOLVED = /โ(?![\u0E01-\u0E5B])|\uFFFD/gu;
/** Nothing outside ASCII: nothing to repair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII starts there
const ASCII = /^[\x00-\x7F]*$/;

/**
 * Undoes UTF-8 that was misread as windows-874, windows-1252 or latin-1, once or more often. Text that may be what
 * somebody wrote, in whatever language, is left alone; so is what a repair would have to guess. Never changes clean
 * text, and repairing twice is the same as repairing once. A misread byte order mark becomes one again: strip it after.
 */
export const repairEncoding = (text: string): RepairedText => {
  if (ASCII.test(text)) return { text, reread: 0, restored: 0, unresolved: 0, codePages: [] };
  const codePages = new Set<CodePageName>();
  let current = text;
  let reread = 0;
  let restored = 0;
  // Ends: every round but the last leaves fewer characters that could be the first of a misread sequence.
  for (;;) {
    const again = rereadMisread(current);
    const filled = restoreLostBytes(again.text);
    if (again.count + filled.count === 0) break;
    current = filled.text;
    reread += again.count;
    restored += filled.count;
    for (const codePage of again.codePages) codePages.add(codePage);
  }
  const unresolved = [...current.matchAll(UNRESOLVED)].length;
  return { text: current, reread, restored, unresolved, codePages: [...codePages] };
};
