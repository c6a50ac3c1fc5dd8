import { describe, expect, it } from 'vitest';
import { weigh } from '#assistant/compose/evidence-model.ts';
import { fitChoice } from '#evaluation/training/fit-choice.ts';
import { fitLogistic } from '#evaluation/training/fit-logistic.ts';

/** Numbers that look random and are the same every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('a choice', () => {
  const next = numbers(1);
  // What is right has the greatest `telling`; `noise` says nothing; `fixed` never differs.
  const choices = Array.from({ length: 80 }, () => {
    const candidates = Array.from({ length: 6 }, () => ({ telling: next(), noise: next(), fixed: 1 }));
    const greatest = Math.max(...candidates.map(({ telling }) => telling));
    return { candidates, right: candidates.map(({ telling }) => telling === greatest) };
  });
  const model = fitChoice(choices);

  it('learns what tells the right candidate, and nothing from what does not', () => {
    const weight = (name: string) => model.features[name]?.weight ?? 0;
    expect(weight('telling')).toBeGreaterThan(1);
    expect(Math.abs(weight('noise'))).toBeLessThan(0.3 * weight('telling'));
    expect(model.features['fixed']).toBeUndefined();
  });
  it('picks the right one of a choice that it has not seen', () => {
    const unseen = [
      { telling: 0.2, noise: 0.9 },
      { telling: 0.9, noise: 0.1 },
    ];
    const [first, second] = unseen.map((one) => weigh(model, one));
    expect(second).toBeGreaterThan(first ?? 0);
  });
  it('gives the same weights every time', () => expect(fitChoice(choices)).toEqual(model));
});

describe('a logistic regression', () => {
  const next = numbers(2);
  const cases = Array.from({ length: 400 }, () => {
    const features = { a: next(), b: next() };
    return { features, isRight: next() < 1 / (1 + Math.exp(-(8 * features.a - 6))) };
  });
  const model = fitLogistic(cases);
  it('is calibrated: what it expects is what came', () => {
    const expected = cases.reduce((sum, { features }) => sum + 1 / (1 + Math.exp(-weigh(model, features))), 0);
    expect(expected / cases.filter(({ isRight }) => isRight).length).toBeCloseTo(1, 1);
  });
  it('weighs what matters', () => {
    expect(model.features['a']?.weight ?? 0).toBeGreaterThan(0.5);
    expect(Math.abs(model.features['b']?.weight ?? 1)).toBeLessThan(0.35);
  });
});
