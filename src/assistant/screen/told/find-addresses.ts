import type { Span } from '#domain/trim-spans.ts';
import { reachAddress } from './address-reach.ts';
import type { Cues } from './cue-file.ts';
import type { MarkedText } from './mark-cues.ts';
import { POSTCODE } from './postcode.ts';

/** The number of a house before its street: "12 Park Street", "221B, Baker Street". */
const HOUSE = /(?<![\d.,:/])\d{1,5}[a-z]?(?:[-/]\d{1,4}[a-z]?)?,?[ ]/gu;
const UNIT =
  /\.?\s{0,2}(?:(?:no|number|num)(?![a-z])\.?|#)?\s{0,2}[#:]?\s?(?:[a-z]-?)?\d{1,5}(?:[-/]?[a-z\d]{1,4}){0,2}(?=\s*,)/uy;
const ABROAD = /\.?[ ][^\n?!;\d]{2,40}?\d{1,5}(?!\d)/uy;
const CHINESE = /\p{Script=Han}{1,10}[路街道]\s?\d{1,5}\s?[号弄]/gu;
const MAX_BEFORE_STREET = 60;
const MAX_BEFORE_POSTCODE = 110;
const MAX_STREET_WORDS = 4;

/** "Your address", "hospital address", "e-mail address". */
const OTHERS_ADDRESS = /(?:your|hospital|clinic|email|e-mail|mail|web|ip)\s{1,2}$/u;

/** Capital letters, a postcode or the word "address" tell a street from "2 weeks on the road". */
function isPlace({ text, lower, list, has }: MarkedText, start: number, end: number): boolean {
  const before =
    lower
      .slice(Math.max(0, start - 60), start)
      .split(/[.?!\n]\s/u)
      .at(-1) ?? '';
  const after = lower.slice(end, end + 40).split(/[?!\n]/u)[0] ?? '';
  if (/\byour (?:\w+ )?(?:address|office|clinic|hospital|location)\b/u.test(before)) return false;
  if (has('publicNumbers', start - before.length, end + after.length)) return false;
  const names = (text.slice(start, end).match(/\p{L}[\p{L}'.-]*/gu) ?? []).filter((word) => word.length > 1);
  const isNamed = names.length >= 2 && names.every((word) => /^\p{Lu}/u.test(word));
  const rest = text.slice(end, end + 90).split(/[?!\n]/u)[0] ?? '';
  return isNamed || POSTCODE.test(rest) || list('addressCues').some(([, at]) => at <= start && start - at < 40);
}

function streets(marked: MarkedText): Span[] {
  const { lower, list } = marked;
  return list('streetWords').flatMap(([at, end]): Span[] => {
    const before =
      lower
        .slice(Math.max(0, at - MAX_BEFORE_STREET), at)
        .split(/[\n?!;]/u)
        .at(-1) ?? '';
    const house = [...before.matchAll(HOUSE)].at(-1);
    if (!house) return [];
    const between = before
      .slice(house.index + house[0].length)
      .trim()
      .split(/\s+/u);
    if (between.length > MAX_STREET_WORDS) return [];
    const start = at - before.length + house.index;
    return isPlace(marked, start, end) ? [[start, end]] : [];
  });
}

function follows({ lower, list }: MarkedText, name: 'unitWords' | 'foreignStreets', pattern: RegExp): Span[] {
  return list(name).flatMap(([start, end]): Span[] => {
    pattern.lastIndex = end;
    return pattern.test(lower) ? [[start, pattern.lastIndex]] : [];
  });
}

/** What stands after "address", where it has commas and a postcode. */
function labelled({ text, lower, list, has }: MarkedText): Span[] {
  return list('addressCues').flatMap(([start, end]): Span[] => {
    if (OTHERS_ADDRESS.test(lower.slice(Math.max(0, start - 10), start))) return [];
    const [lead = '', said = ''] =
      /^[\s:=-]{0,4}(?:is\s|are\s)?\s?([^?!\n]{6,160})/u.exec(text.slice(end, end + 175)) ?? [];
    const postcode = POSTCODE.exec(said);
    if (!postcode || !said.includes(',')) return [];
    const from = end + lead.length - said.length;
    if (has('publicNumbers', end, from + postcode.index)) return [];
    return [[from, from + postcode.index + postcode[0].length]];
  });
}

/** "Vill. Rampur, PO Sonpur, Dist. Saran 841101": parts with commas between them, up to a postcode. */
function withoutStreet({ text, list, has }: MarkedText): Span[] {
  return [...text.matchAll(new RegExp(POSTCODE, 'gu'))].flatMap(({ 0: postcode, index }): Span[] => {
    const before =
      text
        .slice(Math.max(0, index - MAX_BEFORE_POSTCODE), index)
        .split(/[?!;:]|\n\n/u)
        .at(-1) ?? '';
    const from = index - before.length;
    const parts = list('addressParts').filter(([start]) => start >= from && start < index);
    const [start] = parts[0] ?? [index];
    if (parts.length === 0 || (text.slice(start, index).match(/[,\n]/gu)?.length ?? 0) < 2) return [];
    return has('publicNumbers', from, index) ? [] : [[start, index + postcode.length]];
  });
}

/** "12 rue de la Paix, 75002", "Calle Mayor 12, 28013". */
function streetsAbroad(marked: MarkedText): Span[] {
  const { text, lower } = marked;
  return follows(marked, 'foreignStreets', ABROAD)
    .filter(([start, end]) => POSTCODE.test(text.slice(start, end)) || isPlace(marked, start, end))
    .map(([start, end]) => [
      start - (/\d{1,4},? $/u.exec(lower.slice(Math.max(0, start - 6), start))?.[0].length ?? 0),
      end,
    ]);
}

/** Postal addresses: a house with its street, or what follows the word "address" and looks like one. */
export function createAddressFinder({ lists }: Cues) {
  // "Musterstraße 12, 80331".
  const oneWordStreet = new RegExp(
    `(?<!\\p{L})\\p{L}[\\p{L}-]{2,30}(?:${lists.streetEndings.join('|')})\\.?\\s\\d{1,4}[a-z]?,?\\s\\d{4,5}(?!\\d)`,
    'gu',
  );
  return (marked: MarkedText): Span[] => findAddresses(marked, oneWordStreet);
}

function findAddresses(marked: MarkedText, oneWordStreet: RegExp): Span[] {
  if (!/\d/u.test(marked.text)) return [];
  const extend = ([start, end]: Span): Span => [start, reachAddress(marked, end)];
  const units = follows(marked, 'unitWords', UNIT).map((span) => ({ span, whole: extend(span) }));
  const chinese = [...marked.text.matchAll(CHINESE)].map(({ 0: found, index }): Span => [index, index + found.length]);
  const oneWord = [...marked.lower.matchAll(oneWordStreet)].map(
    ({ 0: found, index }): Span => [index, index + found.length],
  );
  return [
    // "Flat 402" alone is nowhere.
    ...units.filter(({ span, whole }) => whole[1] > span[1] + 3).map(({ whole }) => whole),
    ...[...streets(marked), ...streetsAbroad(marked), ...chinese].map(extend),
    ...oneWord,
    ...labelled(marked),
    ...withoutStreet(marked),
  ];
}
