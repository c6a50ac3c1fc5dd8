import { NUMBER_WORDS } from '#assistant/number-words.ts';
import type { Token } from '#knowledge/words/tokenise.ts';
import type { Concept } from './concept.ts';

const UNITS: Readonly<Record<string, string>> = {
  year: 'year',
  yr: 'year',
  month: 'month',
  mth: 'month',
  week: 'week',
  wk: 'week',
  dai: 'day',
  day: 'day',
  hour: 'hour',
};

/** "5-year", "one yr": a number with its unit, in every way it is written. A figure for another span does not answer. */
export function amountAt(tokens: readonly Token[], at: number): Concept | null {
  const [number, unit] = [tokens[at], tokens[at + 1]];
  if (!number || !unit) return null;
  const lower = number.surface.toLowerCase();
  const digits = NUMBER_WORDS[lower]?.toString() ?? (/^\d+$/u.test(lower) ? lower : null);
  const name = UNITS[unit.stem];
  if (digits === null || name === undefined) return null;
  const words = Object.entries(NUMBER_WORDS).flatMap(([word, value]) => (`${value}` === digits ? [word] : []));
  const units = Object.entries(UNITS).flatMap(([stem, value]) => (value === name ? [stem] : []));
  return {
    surface: `${number.surface} ${unit.surface}`,
    alternatives: [digits, ...words].flatMap((n) => units.map((u) => ({ stems: [n, u], strength: 1 }))),
    related: [],
    kind: null,
    exact: false,
    essential: true,
    optional: false,
    plain: false,
    weight: 3,
  };
}
