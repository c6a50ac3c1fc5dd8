import type { Span } from '#domain/trim-spans.ts';
import type { Cues } from './cue-file.ts';
import { createResultFinder } from './find-results.ts';
import type { MarkedText } from './mark-cues.ts';
import { reachReport } from './report-reach.ts';

interface Signs {
  readonly headings: number;
  /** In capitals, though the rest is not. */
  readonly shouted: number;
  readonly phrases: number;
  readonly results: number;
  /** Characters from the first sign to the last; a Han character counts as three. */
  readonly length: number;
}

const HAN = /\p{Script=Han}/gu;
const BEGINNING = /(?:^|\n|[.;。；]\s?|\s{2})[ \t*#>•\d.)-]{0,6}$/u;
const HEADING_END = /^[ \t*]*(?::|-\s|\n|$)/u;
const MIN_SHOUTED_CHARS = 4;

/**
 * Headings of a report, results with units, and phrases of those who write reports: each alone has to be many, together
 * fewer do. One or two values, or a diagnosis in a person's own words, are no report.
 */
function isReport({ headings, shouted, phrases, results, length }: Signs): boolean {
  if (results >= 5) return true;
  if (results >= 4 && headings >= 1) return true;
  if (results >= 3 && headings >= 2) return true;
  if (headings >= 2 && phrases + results >= 2 && length >= 80) return true;
  if (headings >= 2 && phrases + results >= 1 && length >= 120) return true;
  if (headings >= 2 && shouted >= 2 && length >= 120) return true;
  if (headings >= 4 && (phrases + results + shouted >= 1 || length >= 200) && length >= 100) return true;
  if (headings >= 1 && phrases >= 3 && length >= 150) return true;
  return phrases >= 5 && length >= 250;
}

/** Laboratory, imaging, pathology and discharge reports that were pasted in. */
export function createPastedReportFinder(cues: Cues) {
  const findResults = createResultFinder(cues);

  function headingsIn({ text, lower, list }: MarkedText) {
    const found: { name: string; span: Span; isShouted: boolean }[] = [];
    const isAllShouted = (text.match(/\p{Ll}/gu)?.length ?? 0) < (text.match(/\p{Lu}/gu)?.length ?? 0);
    for (const span of list('reportHeadings')) {
      const [start, end] = span;
      const shown = text.slice(start, end);
      const isShouted =
        !isAllShouted &&
        shown.length >= MIN_SHOUTED_CHARS &&
        shown === shown.toUpperCase() &&
        shown !== shown.toLowerCase();
      const isAtStart = BEGINNING.test(text.slice(Math.max(0, start - 10), start));
      const isClosed = HEADING_END.test(text.slice(end, end + 6));
      if (isShouted || (isAtStart && isClosed)) found.push({ name: lower.slice(start, end), span, isShouted });
    }
    return found;
  }

  return (marked: MarkedText): Span[] => {
    const headings = headingsIn(marked);
    const results = findResults(marked);
    const phrases = marked.list('reportPhrases');
    const places = [
      ...headings.map(({ span }) => span),
      ...phrases,
      ...results.map((one): Span => [one.start, one.end]),
    ];
    if (places.length === 0) return [];
    const first = places.reduce((least, [start]) => Math.min(least, start), Number.POSITIVE_INFINITY);
    const last = places.reduce((most, [, end]) => Math.max(most, end), 0);
    const [start, end] = reachReport(marked, [first, last]);
    const whole = marked.text.slice(start, end);
    const distinct = (names: readonly string[]): number => new Set(names).size;
    const signs: Signs = {
      headings: distinct(headings.map(({ name }) => name)),
      shouted: distinct(headings.filter(({ isShouted }) => isShouted).map(({ name }) => name)),
      phrases: distinct(phrases.map(([from, to]) => marked.lower.slice(from, to))),
      results: distinct(results.map(({ name }) => name)),
      length: whole.length + 2 * (whole.match(HAN)?.length ?? 0),
    };
    return isReport(signs) ? [[start, end]] : [];
  };
}
