import type { EvidenceUnit, Passage } from '#domain/passage.ts';
import type { FindOrder } from './create-order-finder.ts';

/** What parts two sentences that do not belong to one paragraph: a blank line, or the mark of a list. */
const NEW_PARAGRAPH = /\n[ \t>]*(?:\n|(?:[-*+•‣▪◦#|]|\d{1,3}[.)])[ \t])/u;
/** What follows is what it orders. */
const ANNOUNCES = /[:：]\s*["'“‘*_]*$/u;

function orderIn(unit: EvidenceUnit, { text, start }: Passage, findOrder: FindOrder): ReturnType<FindOrder> {
  const quote = text.slice(unit.start - start, unit.end - start);
  return findOrder(unit.text) ?? (quote === unit.text ? null : findOrder(quote)) ?? findOrder(unit.label ?? '');
}

function isOrderedRow({ table, units }: Passage, findOrder: FindOrder): boolean {
  const texts = [
    table?.name ?? '',
    ...(table?.columns ?? []),
    ...(table?.cells ?? []),
    ...units.map(({ text }) => text),
  ];
  return texts.some((text) => findOrder(text) !== null);
}

/**
 * What of a passage may be quoted: nothing below a heading or in a row that is meant for a machine, and no paragraph that
 * holds such a sentence, since what stands beside it was written by the same hand; nor what such a sentence announces.
 */
export function quotableUnits(passage: Passage, findOrder: FindOrder): readonly EvidenceUnit[] {
  const { units, text, start, headingPath, table } = passage;
  if (headingPath.some((heading) => findOrder(heading) !== null)) return [];
  if (table) return isOrderedRow(passage, findOrder) ? [] : units;
  const orders = units.map((unit) => orderIn(unit, passage, findOrder));
  if (orders.every((order) => order === null)) return units;
  let paragraph = 0;
  const paragraphs = units.map((unit, at) => {
    const between = text.slice((units[at - 1]?.end ?? start) - start, unit.start - start);
    if (at > 0 && NEW_PARAGRAPH.test(between)) paragraph += 1;
    return paragraph;
  });
  const withheld = new Set(paragraphs.filter((_, at) => orders[at] !== null));
  const announced = units.findIndex(({ text: said }, at) => orders[at]?.opens || (orders[at] && ANNOUNCES.test(said)));
  const isFree = (at: number) => !withheld.has(paragraphs[at] ?? 0) && (announced === -1 || at < announced);
  return units.filter((_, at) => isFree(at));
}
