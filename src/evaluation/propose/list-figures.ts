import { findFigures } from '#assistant/reviewed/find-figures.ts';

export interface PlacedFigure {
  /** As written. */
  readonly said: string;
  /** What an answer must state of it: "about" may be left out, "more than" may not. */
  readonly fact: string;
  readonly start: number;
  readonly end: number;
  readonly isTime: boolean;
}

const TIME = new Set(['year', 'yr', 'decade', 'month', 'week', 'day', 'hour', 'minute']);
const ABOUT = /^(?:about|around|roughly|approximately|nearly|almost|some|[~≈])\s?/iu;
const isYear = (low: string): boolean => /^(?:19|20)\d{2}$/u.test(low);

/**
 * Figures that can be asked for, in order: those with a unit, a range, a decimal or two digits and more; no year, no
 * number word, no "1-year" before what it says more of.
 */
export function listFigures(text: string): PlacedFigure[] {
  let from = 0;
  return findFigures(text).flatMap(({ said, low, high, unit }) => {
    const start = text.indexOf(said, from);
    if (start < 0) return [];
    from = start + said.length;
    const isBare = unit === null && high === null && !/[.,]|\d\d/u.test(low);
    const isModifier = /\d-\p{L}/u.test(said);
    const asked = /\d/u.test(said) && !isBare && !isModifier && !(isYear(low) && unit === null);
    return asked
      ? [{ said, fact: said.replace(ABOUT, ''), start, end: from, isTime: unit !== null && TIME.has(unit) }]
      : [];
  });
}
