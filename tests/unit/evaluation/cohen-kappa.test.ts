import { describe, expect, it } from 'vitest';
import { asymptoticKappa, cohenKappa } from '#evaluation/review/cohen-kappa.ts';

/** Joint shares of two raters with equal marginals who copy each other with chance `kappa`: their kappa is exactly that. */
function copying(marginals: readonly number[], kappa: number): number[][] {
  return marginals.map((a, i) => marginals.map((b, j) => (1 - kappa) * a * b + (i === j ? kappa * a : 0)));
}

/** Even numbers from 0 to below 1 (Mulberry32). */
function createDraw(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Percent of samples of `n` items whose interval holds the true kappa, of those that have one: ours and the asymptotic one. */
function measureCoverage(marginals: readonly number[], kappa: number, n: number, samples: number) {
  const joint = copying(marginals, kappa);
  const cells = joint.flatMap((row, i) => row.map((share, j) => ({ i, j, share })));
  const draw = createDraw(n);
  const holds = ({ lower, upper }: { lower: number | null; upper: number | null }) =>
    lower !== null && upper !== null && lower <= kappa && kappa <= upper;
  let [ours, asymptotic, defined] = [0, 0, 0];
  for (let sample = 0; sample < samples; sample += 1) {
    const matrix = joint.map((row) => row.map(() => 0));
    for (let item = 0; item < n; item += 1) {
      let left = draw();
      const cell = cells.find(({ share }) => {
        left -= share;
        return left < 0;
      });
      matrix[cell?.i ?? 0]![cell?.j ?? 0]! += 1;
    }
    const found = cohenKappa(matrix);
    if (found.value === null) continue;
    defined += 1;
    if (holds(found)) ours += 1;
    if (holds(asymptoticKappa(matrix))) asymptotic += 1;
  }
  return { ours: (100 * ours) / defined, asymptotic: (100 * asymptotic) / defined };
}

const skin = [
  [10, 4, 1, 0],
  [5, 10, 12, 2],
  [2, 4, 12, 5],
  [0, 2, 6, 13],
];

describe("Cohen's kappa", () => {
  // SAS/STAT, The FREQ Procedure, agreement study: two dermatologists, 88 patients.
  it('has the value and asymptotic interval that are published for a known table', () => {
    const { value, lower, upper } = asymptoticKappa(skin);
    expect([value, lower, upper].map((figure) => figure.toFixed(4))).toEqual(['0.3449', '0.2030', '0.4868']);
    expect(cohenKappa(skin).value).toBe(value);
    // Fleiss (1981), p. 213: two raters, 100 subjects.
    const subjects = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    expect(cohenKappa(subjects).value).toBeCloseTo(0.676, 3);
  });

  it('is what can be reckoned by hand', () => {
    // 35 of 50 alike; by chance (25 · 30 + 25 · 20) / 2500 = 0.5; (0.7 - 0.5) / (1 - 0.5).
    const some = [
      [20, 5],
      [10, 15],
    ];
    expect(cohenKappa(some).value).toBeCloseTo(0.4, 12);
    const never = [
      [0, 5],
      [5, 0],
    ];
    expect(cohenKappa(never).value).toBeCloseTo(-1, 12);
    // One of the two always says the same: nothing beyond chance, and that is a figure.
    const constant = [
      [9, 2],
      [0, 0],
    ];
    expect(cohenKappa(constant).value).toBeCloseTo(0, 12);
  });

  it('does not care which rater is which', () => {
    const turned = skin.map((_row, i) => skin.map((row) => row[i]!));
    const [one, other] = [cohenKappa(skin), cohenKappa(turned)];
    expect(other.value).toBeCloseTo(one.value!, 12);
    expect(other.lower).toBeCloseTo(one.lower!, 12);
    expect(other.upper).toBeCloseTo(one.upper!, 12);
  });

  it('has an interval also where nobody disagreed, the shorter the more items', () => {
    const agreed = (n: number) =>
      cohenKappa([
        [n, 0, 0],
        [0, n, 0],
        [0, 0, 0],
      ]);
    expect(agreed(5)).toMatchObject({ value: 1, upper: 1 });
    expect(agreed(5).lower).toBeLessThan(agreed(50).lower!);
    expect(agreed(50).lower).toBeLessThan(1);
  });

  it('says why it does not exist', () => {
    const none = { value: null, lower: null, upper: null };
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ ...none, reason: 'no_items' });
    expect(
      cohenKappa([
        [9, 0],
        [0, 0],
      ]),
    ).toEqual({ ...none, reason: 'one_answer_only' });
  });

  it('has an interval that holds the truth in about 95 of 100 samples, where the asymptotic one may in half of them', () => {
    const found = [
      [0.5, 0.5],
      [0.8, 0.15, 0.05],
      [0.9, 0.1, 0],
      [0.95, 0.05],
    ].flatMap((marginals) =>
      [0.2, 0.6, 0.8].flatMap((kappa) => [30, 60, 200].map((n) => measureCoverage(marginals, kappa, n, 2000))),
    );
    const ours = found.map((one) => one.ours);
    expect(Math.min(...ours)).toBeGreaterThan(90);
    expect(Math.max(...ours)).toBeLessThan(99);
    expect(ours.reduce((sum, one) => sum + one, 0) / ours.length).toBeGreaterThan(94);
    expect(Math.min(...found.map(({ asymptotic }) => asymptotic))).toBeLessThan(50);
  });
});
