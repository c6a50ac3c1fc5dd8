import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharpenIdf } from '#knowledge/words/sharpen-idf.ts';

const term = fc.record({
  weight: fc.double({ min: 0.1, max: 3, noNaN: true }),
  idf: fc.double({ min: 0.01, max: 15, noNaN: true }),
});
const ratio = ([rare, common]: readonly number[]) => (rare ?? 0) / (common ?? 0);
/** A rare and a common word in a question of `length` words. */
const asked = (length: number) => [
  { weight: 1, idf: 4 },
  { weight: 1, idf: 1 },
  ...Array.from({ length: length - 2 }, () => ({ weight: 1, idf: 2 })),
];

describe('the idf of a question', () => {
  test('keeps its sum and its order, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 40 }), (terms) => {
        const sharpened = sharpenIdf(terms);
        const sum = terms.reduce((total, { idf }) => total + idf, 0);
        expect(sharpened.reduce((total, value) => total + value, 0) / sum).toBeCloseTo(1, 6);
        const byIdf = terms.map(({ idf }, at) => ({ idf, value: sharpened[at]! })).sort((a, b) => a.idf - b.idf);
        for (const [at, { value }] of byIdf.slice(1).entries()) expect(value).toBeGreaterThanOrEqual(byIdf[at]!.value);
      }),
    );
  });

  test('is spread by a long question and drawn together by a short one', () => {
    expect(ratio(sharpenIdf(asked(2)))).toBeLessThan(4);
    expect(ratio(sharpenIdf(asked(3)))).toBeCloseTo(4, 0);
    // 12 words: the power is 1 + 0.3 × ln(12 / 3.3) = 1.387.
    expect(ratio(sharpenIdf(asked(12)))).toBeCloseTo(4 ** 1.387, 2);
    expect(ratio(sharpenIdf(asked(500)))).toBeCloseTo(4 ** 1.9, 5);
  });

  test('counts a word that was added by what it weighs', () => {
    const added = Array.from({ length: 10 }, () => ({ weight: 0.1, idf: 2 }));
    expect(ratio(sharpenIdf([...asked(2), ...added]))).toBeCloseTo(ratio(sharpenIdf(asked(3))), 9);
  });

  test('of one word is what it was, and of none is nothing', () => {
    expect(sharpenIdf([{ weight: 0.15, idf: 3 }])[0]).toBeCloseTo(3, 12);
    expect(sharpenIdf([])).toEqual([]);
  });
});
