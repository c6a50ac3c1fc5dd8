import type { OrderRule, OrderRules } from './order-rules.ts';
import { readEncoded } from './read-encoded.ts';
import { createUnmask } from './unmask-text.ts';

/** Gives the rule by which a sentence of a document is meant for a machine, or null. Pure. */
export type FindOrder = (text: string) => Pick<OrderRule, 'id' | 'says' | 'opens'> | null;

/** Longer texts are looked at piece by piece, so that time grows with length alone. */
const MAX_CHARS = 4_000;
const OVERLAP = 400;

const UNREADABLE: ReturnType<FindOrder> = {
  id: 'unreadable',
  says: 'holds characters that show a reader something else than what is written',
  opens: false,
};

/** Overrides of the writing direction, and tags, except in the flag of a region (black flag, tags, cancel tag). */
const DECEIVES = /[\u202D\u202E]|(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/u;

export function createOrderFinder({ trigger, disguised, rules }: OrderRules): FindOrder {
  const unmask = createUnmask(disguised);
  /** The others look at marks, which mended text has lost. */
  const plainRules = rules.filter(({ id }) => id !== 'machine-talk');

  const findPlain = (folded: string, among = rules): OrderRule | null =>
    trigger.test(folded)
      ? (among.find(({ patterns }) => patterns.some((pattern) => pattern.test(folded))) ?? null)
      : null;

  function findIn(piece: string): ReturnType<FindOrder> {
    const folded = unmask.fold(piece).trim();
    const found = findPlain(folded);
    if (found) return found;
    const mended = unmask.mend(folded);
    if (mended !== folded) {
      const behind = findPlain(mended, plainRules);
      if (behind) return behind;
    }
    for (const decoded of readEncoded(piece)) {
      const inside = findPlain(unmask.fold(decoded));
      if (inside) return inside;
    }
    return null;
  }

  return (text) => {
    if (DECEIVES.test(text)) return UNREADABLE;
    if (text.length <= MAX_CHARS) return findIn(text);
    for (let at = 0; at < text.length; at += MAX_CHARS - OVERLAP) {
      const found = findIn(text.slice(at, at + MAX_CHARS));
      if (found) return found;
    }
    return null;
  };
}
