import { describe, expect, it } from 'vitest';
import type { Concept } from '#assistant/ask/concept.ts';
import { asksToGiveUp, speaksOfGivingUp } from '#assistant/compose/gives-up-treatment.ts';

const treatment = (surface: string) => ({ surface, kind: 'treatment' }) as Concept;
const asks = (text: string, ...names: string[]) => asksToGiveUp({ text, concepts: names.map(treatment) });

describe('giving up a treatment', () => {
  it.each([
    ['Can radiotherapy be stopped if the implant works?', 'radiotherapy'],
    ['Should people drop insulin once it has started?', 'insulin'],
    ['Can physiotherapy replace the operation?', 'physiotherapy', 'operation'],
    ['Can I have injections instead of surgery?', 'injections', 'surgery'],
    ['Is it fine to skip my medicine on Sundays?'],
  ])('is asked about in %j', (text, ...names) => expect(asks(text, ...names)).toBe(true));

  it.each([
    ['Does physiotherapy stop the pain?', 'physiotherapy'],
    ['Can insulin be given with tablets?', 'insulin'],
    ['How long does surgery take?', 'surgery'],
  ])('is not in %j', (text, ...names) => expect(asks(text, ...names)).toBe(false));

  it('is spoken of by a sentence that says so, and by no other', () => {
    expect(speaksOfGivingUp({ text: 'Exercise does not replace the operation.' })).toBe(true);
    expect(speaksOfGivingUp({ text: 'Injections are not appropriate for every patient.' })).toBe(false);
  });
});
