import type { Passage } from '#domain/passage.ts';

export interface PlacedQuote {
  readonly passage: Passage;
  /** UTF-16 code-unit offsets into the document's text. */
  readonly start: number;
  readonly end: number;
}

export type QuoteProblem =
  | 'does not stand in it'
  | 'stands in it more than once: name the heading above it'
  | 'stands under that heading more than once'
  | 'is cut off inside a clause: begin and end it at a full stop, ";", ":" or a dash';

/** A quote may begin after one of these, or end before one: what is cut off so is a clause of its own, "not" included. */
const CLAUSE_BEFORE = /[;:|—–>][*_\s]*$|\*\*\s*$/u;
const CLAUSE_AFTER = /^[*_\s]*[;:|—–]/u;
/** Of bold and italic, as they may stand between the words of a quote that was copied as it reads. */
const EMPHASIS = /[*_]+/gu;
const EMPHASIS_BEFORE = /[*_]+$/u;
const EMPHASIS_AFTER = /^[*_]+/u;
const LONGEST_MARK = 3;
const NOTHING_BUT_MARKS = /^[^\p{L}\p{N}]*$/u;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const folded = (text: string): string => text.toLowerCase().replace(/\s+/gu, ' ').trim();

function isUnder({ headingPath }: Passage, heading: string | null): boolean {
  return heading === null || headingPath.some((one) => folded(one) === folded(heading));
}

/** Whether the quote leaves half a sentence behind on either side. */
function cutsClause(documentText: string, { passage, start, end }: PlacedQuote): boolean {
  const first = passage.units.find((unit) => start < unit.end);
  const last = passage.units.findLast((unit) => end > unit.start);
  const before = documentText.slice(Math.min(first?.start ?? passage.start, start), start);
  const after = documentText.slice(end, Math.max(last?.end ?? passage.end, end));
  const beginsWell = NOTHING_BUT_MARKS.test(before) || CLAUSE_BEFORE.test(before);
  return !beginsWell || !(NOTHING_BUT_MARKS.test(after) || CLAUSE_AFTER.test(after));
}

/** The quote's words in order; white space and emphasis between them as the document has them. */
function patternOf(quote: string): RegExp {
  const words = quote.replace(EMPHASIS, '').trim().split(/\s+/u);
  const withMarksBetween = (word: string) => [...word].map(escaped).join('[*_]*');
  return new RegExp(words.map(withMarksBetween).join('[*_]*\\s+[*_]*'), 'gu');
}

/** Marks right at the ends belong to the words between them. */
function withMarks(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const before = EMPHASIS_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_MARK), start))?.[0].length ?? 0;
  const after = EMPHASIS_AFTER.exec(text.slice(end, end + LONGEST_MARK))?.[0].length ?? 0;
  return { start: start - before, end: end + after };
}

/** Where a quote stands in a document, to the letter but for white space and emphasis; or why it does not. */
export function placeQuote(
  { quote, heading }: { readonly quote: string; readonly heading: string | null },
  document: { readonly text: string; readonly passages: readonly Passage[] },
): PlacedQuote | QuoteProblem {
  const places = [...document.text.matchAll(patternOf(quote))].flatMap(({ 0: { length }, index }): PlacedQuote[] => {
    const { start, end } = withMarks(document.text, index, index + length);
    const passage = document.passages.find((one) => one.start <= start && end <= one.end);
    return passage !== undefined && isUnder(passage, heading) ? [{ passage, start, end }] : [];
  });
  const [place, ...others] = places;
  if (place === undefined) return 'does not stand in it';
  if (others.length > 0)
    return heading === null
      ? 'stands in it more than once: name the heading above it'
      : 'stands under that heading more than once';
  return cutsClause(document.text, place)
    ? 'is cut off inside a clause: begin and end it at a full stop, ";", ":" or a dash'
    : place;
}
