import { NUMBER_WORDS } from '#assistant/number-words.ts';
import type { FigureRules } from './figure-rules.ts';

/** A number or a range in a sentence. */
export interface Figure {
  readonly kind: string;
  /** Durations in days, everything else as written. */
  readonly low: number;
  readonly high: number;
  /** Offset of the match in the text, UTF-16 code units. */
  readonly start: number;
  /** Whether it is a difference ("+12%", "12% lower"), not a level. */
  readonly isChange: boolean;
}

const DAYS: Readonly<Record<string, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.4,
  year: 365,
};
const CHANGE = /[+−]\s?~?$|\b(by|improv\w+|increas\w+|reduc\w+|fell|rose|gain\w*)\b[^.;,]{0,24}$/iu;
const CHANGED = /^[^.;,]{0,12}\b(lower|higher|fewer|more|less|improvement|reduction|increase)\b/iu;

const toNumber = (text: string): number => NUMBER_WORDS[text.toLowerCase()] ?? Number(text.replace(/,(?=\d{3})/gu, ''));

/** Every figure of a text, in order of its kinds. */
export function findFigures(text: string, { kinds }: Pick<FigureRules, 'kinds'>): Figure[] {
  return [...kinds].flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match): Figure[] => {
      const { low, low2, high, high2, unit } = match.groups ?? {};
      const first = low ?? low2;
      if (first === undefined) return [];
      const last = high ?? high2 ?? first;
      const scale = unit === undefined ? 1 : (DAYS[unit.toLowerCase()] ?? 1);
      const [from, to] = [toNumber(first) * scale, toNumber(last) * scale];
      if (!Number.isFinite(from) || !Number.isFinite(to)) return [];
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + match[0].length);
      const isChange = CHANGE.test(before) || CHANGED.test(after);
      return [{ kind, low: from, high: to, start: match.index, isChange }];
    }),
  );
}

/** Whether two figures of one kind can both be right: the same, or one number within the other's range. */
export function areCompatible(a: Figure, b: Figure): boolean {
  if (a.low === b.low && a.high === b.high) return true;
  const holds = (range: Figure, one: Figure) => one.low === one.high && range.low <= one.low && one.low <= range.high;
  return holds(a, b) || holds(b, a);
}
