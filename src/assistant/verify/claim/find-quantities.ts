import { isWritten, NUMBER, numberOf } from './number-words.ts';
import type { Quantity } from './quantity.ts';

export type FindQuantities = (text: string) => Quantity[];

/** Amounts of one dimension in one unit, where the step is exact. */
const IN_OTHER: Readonly<Record<string, readonly [string, number]>> = {
  week: ['day', 7],
  year: ['month', 12],
  decade: ['month', 120],
  hour: ['minute', 60],
};
const OVER = 'more than|greater than|over|above|at least|at minimum|no fewer than|a minimum of|[≥>]';
const UNDER = 'less than|fewer than|under|below|at most|up to|no more than|a maximum of|[≤<]';
const ABOUT = 'about|around|roughly|approximately|nearly|almost|some|circa|close to|[~≈]';
const LABEL = 'grade|stage|phase|level';
const OPTIONAL_BEFORE = /\b(?:the|these|those|both|between|of|which|into|any)\s$/iu;

/** "Twice a day" gives no span of a day. */
const HOW_OFTEN = /\b(?:once|twice|times|hours?|days?|doses?|infusions?|per)\s$/iu;

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const isSymbol = (form: string): boolean => !/\p{L}|\d/u.test(form);

/** Reads numbers, ranges, bounds and units; `units` by name, each with every way to write it. */
export function createQuantityFinder(units: ReadonlyMap<string, readonly string[]>): FindQuantities {
  const nameOf = new Map(
    [...units].flatMap(([name, forms]) => forms.map((form) => [form.toLowerCase(), name] as const)),
  );
  const forms = [...nameOf.keys()].sort((a, b) => b.length - a.length).map(escapePattern);
  const after = forms.map((form) => (isSymbol(form) ? form : `${form}s?(?![\\p{L}])`)).join('|');
  const before = [...nameOf.keys()].filter((form) => isSymbol(form) || /^\p{L}{3}$/u.test(form)).map(escapePattern);
  const figure = new RegExp(
    [
      String.raw`(?:\b(?<label>${LABEL})s?\s)?`,
      String.raw`(?:(?<bound>(?:\b(?:${OVER}|${UNDER}|${ABOUT})|[≥>≤<~≈]))\s?(?:the\s)?)?`,
      String.raw`(?<sign>(?<![\d\p{L}])[+−]\s?)?(?<tilde>[~≈])?`,
      String.raw`(?<money>(?:${before.join('|')})\s?)?`,
      String.raw`(?<![\p{L}\d][-‐-―+]?|\d[.,])(?<low>${NUMBER})(?![\p{L}\d])`,
      String.raw`(?:\s?(?:${after})?\s?(?:[-‐-―]|to|and|or)\s?(?<high>${NUMBER})(?![\p{L}\d]))?`,
      String.raw`(?<plus>\+|\sor more\b)?`,
      String.raw`(?:(?:[\s-]\p{L}+)??[\s-]?(?<!\p{L})(?<unit>${after}))?`,
    ].join(''),
    'giu',
  );
  const over = new RegExp(`^(?:${OVER})`, 'iu');
  const under = new RegExp(`^(?:${UNDER})`, 'iu');
  const unitNamed = (written: string): string | null => {
    const lower = written.trim().toLowerCase();
    return nameOf.get(lower) ?? nameOf.get(lower.replace(/s$/u, '')) ?? null;
  };

  return (text) =>
    [...text.matchAll(figure)].flatMap((match): Quantity[] => {
      const { label, bound = '', sign, tilde, money, low = '', high = low, plus, unit } = match.groups ?? {};
      const name = money ? unitNamed(money) : unit ? unitNamed(unit) : (label?.toLowerCase() ?? null);
      const [base, factor] = IN_OTHER[name ?? ''] ?? [name, 1];
      const ends = [numberOf(low) * factor, numberOf(high) * factor];
      const [from = Number.NaN, to = Number.NaN] = ends;
      if (!Number.isFinite(from) || !Number.isFinite(to)) return [];
      const isSmall = isWritten(low) && from <= 2 && name === null && high === low;
      const isOne = isSmall && from === 1;
      return [
        {
          said: match[0].trim(),
          low: from,
          high: to,
          written: [numberOf(low), numberOf(high)],
          unit: base,
          bound: boundOf(bound, plus !== undefined, tilde !== undefined, over, under),
          change: sign === undefined ? null : sign.startsWith('+') ? 'up' : 'down',
          isOptional:
            isOne ||
            /^(?:second|twice)$/iu.test(low) ||
            (/^an?$/iu.test(low) && HOW_OFTEN.test(text.slice(0, match.index))) ||
            (isSmall && OPTIONAL_BEFORE.test(text.slice(0, match.index))),
          start: match.index,
          end: match.index + match[0].length,
        },
      ];
    });
}

function boundOf(written: string, isMore: boolean, isTilde: boolean, over: RegExp, under: RegExp): Quantity['bound'] {
  if (isMore || over.test(written)) return 'over';
  if (under.test(written)) return 'under';
  return isTilde || written !== '' ? 'about' : 'exact';
}
