import type { Span } from '#domain/trim-spans.ts';
import type { Cues } from './cue-file.ts';
import type { MarkedText } from './mark-cues.ts';

const DATE = [
  '\\d{1,2}\\s?[./-]\\s?(?:\\d{1,2}|\\p{L}{3,9})\\s?[./-]\\s?(?:(?:19|20)\\d{2}|\\d{2})',
  '(?:19|20)\\d{2}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?\\d{1,2}',
  '\\d{1,2}(?:st|nd|rd|th)?\\.?,?\\s(?:of\\s|de\\s)?[\\p{L}\\p{M}]{3,12}\\.?,?\\s(?:de\\s|del\\s)?(?:19|20)\\d{2}',
  '\\p{L}{3,10}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d{2}',
  '(?:19|20)\\d{2}\\s?年\\s?\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日?',
].join('|');
const DATE_AFTER = new RegExp(`[^\\d\\n?]{0,18}?(${DATE})(?!\\d)`, 'uy');
const DATE_BEFORE = new RegExp(`(${DATE})\\s?(?:生|出生|г\\.?\\s?р)`, 'gu');
/** A person's particulars without the word "born": "I'm Ana Ruiz, 04/17/1968", "Ana Ruiz 17 April 1968 female". */
const BARE_DATE = new RegExp(`^[ ,(/|-]{1,3}(${DATE})(?!\\d)`, 'u');
const PERSON_BEFORE = /(?:i'm|i am|this is|name|name is|patient|patient is|pt|mr|mrs|ms)\W{1,3}$/u;
const PERSON_AFTER = /^[ ,)/|-]{1,4}(?:male|female|m|f|\d{2}\s?(?:y|yrs?|years?))(?![a-z])/u;
/** Later ones are of visits and treatments. */
const LATEST_YEAR = 2015;
const PART = "(?:\\p{Lu}[\\p{L}'-]+|\\p{Lu}\\.?)";
/** Two to six words with a capital letter. */
const CAPITALISED = new RegExp(`(?<![\\p{L}\\p{M}])${PART}(?:,?[ ]${PART}){1,5}(?!\\p{L})`, 'gu');
const TITLED = /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Master|Smt|Shri|Sri|Dr)\.?\s\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'.-]*){0,3}/gu;
const SAID = /[ \t:=.-]{0,5}((?:[\p{L}\p{M}'.-]{1,25}[ ]?){1,5})/uy;
/** "What name is this drug sold under", "your name". */
const OTHERS_NAME =
  /(?:what|which|drug|brand|trade|generic|hospital|doctor|company|test|your)\W{1,2}(?:is\W)?(?:the\W)?$/u;
/** How far a name may stand from a date of birth without a word that says what it is. */
const MAX_APART = { before: 60, after: 25 } as const;

/** A full name together with a full date of birth; either alone is nobody. */
export function createNameAndBirthFinder({ lists }: Cues) {
  const notNames = new Set(lists.notNames);

  /** Without the words around it that are no name. */
  function narrow(text: string, start: number, minWords: number): Span | null {
    const words = [...text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'.-]*/gu)];
    const isName = (word: string): boolean =>
      /^\p{Lu}\.$/u.test(word) || !notNames.has(word.toLowerCase().replace(/\.$/u, ''));
    const first = words.findIndex(([word]) => isName(word));
    if (first < 0) return null;
    const stop = words.findIndex(([word], at) => at > first && !isName(word));
    const kept = words.slice(first, stop < 0 ? undefined : stop);
    const [from, last] = [kept[0], kept.at(-1)];
    if (!from || !last || kept.length < minWords) return null;
    return [start + from.index, start + last.index + last[0].replace(/\.$/u, '').length];
  }

  function labelledNames({ text, lower, list }: MarkedText): Span[] {
    const cues = [
      ...list('nameCues').map((place) => ({ place, minWords: 1 })),
      ...list('selfCues').map((place) => ({ place, minWords: 2 })),
    ];
    return cues.flatMap(({ place: [from, end], minWords }): Span[] => {
      if (OTHERS_NAME.test(lower.slice(Math.max(0, from - 14), from))) return [];
      SAID.lastIndex = end;
      const said = SAID.exec(text)?.[1] ?? '';
      const start = SAID.lastIndex - said.length;
      const cut = list('birthCues').find(([at]) => at >= start && at < start + said.length)?.[0];
      const name = said && narrow(text.slice(start, cut ?? start + said.length), start, minWords);
      return name ? [name] : [];
    });
  }

  function namesNear({ text }: MarkedText, dates: readonly Span[]): Span[] {
    const isNear = (from: number, to: number): boolean =>
      dates.some(([start, end]) =>
        to <= start ? start - to < MAX_APART.before : from >= end && from - end < MAX_APART.after,
      );
    const found = [
      ...[...text.matchAll(CAPITALISED)].map((match) => ({ match, minWords: 2 })),
      ...[...text.matchAll(TITLED)].map((match) => ({ match, minWords: 1 })),
    ];
    return found.flatMap(({ match: { 0: words, index }, minWords }) => {
      const name = isNear(index, index + words.length) ? narrow(words, index, minWords) : null;
      return name ? [name] : [];
    });
  }

  function birthDates({ lower, list }: MarkedText): Span[] {
    const after = list('birthCues').flatMap(([, end]): Span[] => {
      DATE_AFTER.lastIndex = end;
      const date = DATE_AFTER.exec(lower)?.[1];
      return date === undefined ? [] : [[DATE_AFTER.lastIndex - date.length, DATE_AFTER.lastIndex]];
    });
    const before = /[生г]/u.test(lower) ? [...lower.matchAll(DATE_BEFORE)] : [];
    return [...after, ...before.map(({ 1: date = '', index }): Span => [index, index + date.length])];
  }

  function particulars({ text, lower }: MarkedText): Span[] {
    return [...text.matchAll(CAPITALISED)].flatMap(({ 0: words, index }): Span[] => {
      const end = index + words.length;
      const bare = BARE_DATE.exec(lower.slice(end, end + 40));
      const date = bare?.[1] ?? '';
      const year = Number(/(?:19|20)\d{2}/u.exec(date)?.[0] ?? LATEST_YEAR + 1);
      if (!bare || year > LATEST_YEAR || narrow(words, index, 2) === null) return [];
      const after = end + bare[0].length;
      const isPerson =
        PERSON_AFTER.test(lower.slice(after, after + 14)) ||
        PERSON_BEFORE.test(lower.slice(Math.max(0, index - 14), index)) ||
        PERSON_BEFORE.test(words.toLowerCase().split(' ').slice(0, 2).join(' ').concat(' ')) ||
        /^I'm /u.test(words);
      return isPerson ? [[after - date.length, after]] : [];
    });
  }

  return (marked: MarkedText): Span[] => {
    if (!/\d{2}/u.test(marked.text)) return [];
    const dates = [...birthDates(marked), ...particulars(marked)];
    if (dates.length === 0) return [];
    const names = [...labelledNames(marked), ...namesNear(marked, dates)];
    return names.length > 0 ? [...names, ...dates] : [];
  };
}
