import type { Ask } from '#assistant/ask/ask.ts';
import type { Candidate } from './candidate.ts';

const GIVES_UP =
  '(?:stop|quit|skip|drop|replac|discontinu|refus|substitut|swap|giv|com)\\p{L}*(?: up| off| out)?|instead of|rather than';
const GIVEN_UP = '(?:stopped|quit|skipped|dropped|replaced|discontinued|refused|substituted|swapped|given up)';
/** What a sentence says that speaks of it: "does not replace", "as a standalone". */
const SPEAKS = /\b(stop\p{L}*|replac\p{L}*|instead|discontinu\p{L}*|substitut\p{L}*|standalone|stand-alone|sole)\b/iu;
const GENERIC = ['treatment', 'treatments', 'therapy', 'medicine', 'medicines', 'medication', 'drugs'];
const KINDS = new Set(['treatment', 'drug', 'regimen']);

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Whether a question is about giving up a treatment: "stop chemo", "replace surgery", "can chemotherapy be dropped". */
export function asksToGiveUp({ text, concepts }: Pick<Ask, 'text' | 'concepts'>): boolean {
  const named = concepts
    .filter(({ kind }) => kind !== null && KINDS.has(kind))
    .map(({ surface }) => escapePattern(surface));
  const treatment = `(?:${[...named, ...GENERIC].join('|')})`;
  const active = new RegExp(`\\b(?:${GIVES_UP})\\s+(?:[\\p{L}'’-]+\\s+){0,3}${treatment}`, 'iu');
  const passive = new RegExp(`${treatment}\\s+(?:[\\p{L}'’-]+\\s+){0,3}${GIVEN_UP}\\b`, 'iu');
  return active.test(text) || passive.test(text);
}

/** Whether a sentence may answer such a question: one that does not speak of it reads as a yes. */
export const speaksOfGivingUp = ({ text }: Pick<Candidate, 'text'>): boolean => SPEAKS.test(text);
