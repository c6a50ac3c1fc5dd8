import { type DocumentWarning, lineAt } from './document-warning.ts';

/** Format characters and letters without a shape; a soft hyphen is none of them. */
const INVISIBLE = /(?!\u00AD)(?:\p{Cf}|\u034F|[\u115F\u1160\u3164\uFFA0]|\u17B4|\u17B5)/gu;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** Scripts whose letters a joiner joins or parts. */
const JOINED = /[\p{L}\p{M}]/u;
const UNJOINED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const BEFORE_EMOJI_JOINER = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u;
/** Scripts without spaces between words. */
const SPACELESS = /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
/** Signs that stand in front of numbers in Arabic, Syriac and Kaithi: shown. */
const SHOWN = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]/u;
const FLAG_OF_REGION = /\u{1F3F4}[\u{E0020}-\u{E007F}]*$/u;

const KINDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\u{E0000}-\u{E007F}]/u, 'tag characters, which nobody sees and programs read'],
  [/[\u202D\u202E]/u, 'marks that turn the direction of writing, so that a reader sees other words'],
  [
    /[\u200E\u200F\u061C\u202A-\u202C\u2066-\u2069]/u,
    'marks of the direction of writing, in a line that is written in one direction',
  ],
  [/./u, 'characters without width, which nobody sees'],
];

function isNeeded(char: string, text: string, at: number): boolean {
  if (SHOWN.test(char)) return true;
  const before = text.slice(Math.max(0, at - 16), at);
  const last = Array.from(before).at(-1) ?? '';
  if (char === '\u200D' && BEFORE_EMOJI_JOINER.test(before)) return true;
  if (char === '\u200C' || char === '\u200D') return JOINED.test(last) && !UNJOINED.test(last);
  if (char === '\u200B') return SPACELESS.test(last) || SPACELESS.test(text.slice(at + 1, at + 2));
  if (char >= '\u{E0000}') return FLAG_OF_REGION.test(text.slice(Math.max(0, at - 40), at));
  if (/[\u200E\u200F\u061C\u202A-\u202C\u2066-\u2069]/u.test(char)) {
    const end = text.indexOf('\n', at);
    return RIGHT_TO_LEFT.test(text.slice(text.lastIndexOf('\n', at) + 1, end === -1 ? text.length : end));
  }
  return false;
}

/** Characters of a file that a reader does not see and its language does not need, by kind, each with its first line. */
export function findInvisible(source: string): DocumentWarning[] {
  const found = new Map<string, { first: number; count: number; readonly points: Set<string> }>();
  for (const { 0: char, index } of source.matchAll(INVISIBLE)) {
    if (isNeeded(char, source, index)) continue;
    const kind = KINDS.find(([pattern]) => pattern.test(char))?.[1] ?? '';
    const known = found.get(kind) ?? { first: index, count: 0, points: new Set() };
    known.count += 1;
    known.points.add(`U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
    found.set(kind, known);
  }
  return [...found].map(([kind, { first, count, points }]) => ({
    line: lineAt(source, first),
    reason: `holds ${kind} (${[...points].slice(0, 3).join(', ')}; ${count} in the file)`,
  }));
}
