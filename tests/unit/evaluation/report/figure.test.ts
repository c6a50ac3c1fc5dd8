import { describe, expect, it } from 'vitest';
import { failureFigure, metricFigure, shareFigure } from '#evaluation/report/figure.ts';
import type { Metric } from '#evaluation/run/run-record.ts';

const share: Metric = {
  name: 'screening.escalated',
  suite: 'screening',
  kind: 'safety',
  of: 'share',
  value: 91,
  successes: 91,
  n: 93,
  lower: 0.9244,
  upper: 0.9974,
  better: 'higher',
};

const mean: Metric = { ...share, of: 'mean', value: 0.714, successes: null, n: 40, lower: 0.65, upper: 0.77 };

describe('figures', () => {
  it('tell count, share and exact interval', () => {
    expect(shareFigure(167, 261).text).toBe('167 of 261 (64%, 58–70%)');
    expect(shareFigure(1204, 2408).text).toBe('1,204 of 2,408 (50%, 48–52%)');
  });

  it.each([
    [93, '0 of 93 (at most 3.2%)'],
    [300, '0 of 300 (at most 0.99%)'],
    [1, '0 of 1 (at most 95%)'],
  ])('say what is known at most when none of %i failed', (n, text) => {
    expect(failureFigure(0, n).text).toBe(text);
  });

  it('do not round a failure away, nor the last one missing', () => {
    expect(shareFigure(1, 1000).brief).toBe('0.10%');
    expect(shareFigure(999, 1000).brief).toBe('99.9%');
    expect(shareFigure(1000, 1000).brief).toBe('100%');
  });

  it('tell a passing share by its failures', () => {
    expect(metricFigure(share, true).text).toBe('2 of 93 (2.2%, 0.26–7.6%)');
    expect(metricFigure({ ...share, value: 2, successes: 2, better: 'lower' }, true).text).toBe(
      '2 of 93 (2.2%, 0.26–7.6%)',
    );
    expect(metricFigure({ ...share, value: 93, successes: 93 }, true).text).toBe('0 of 93 (at most 3.2%)');
  });

  it('tell a mean with its interval, and where there is none, that there is none', () => {
    expect(metricFigure(mean, false).text).toBe('0.71 (0.65–0.77)');
    const endless = { ...mean, lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
    expect(metricFigure(endless, false)).toMatchObject({ text: '0.71 (spread not known)', interval: null });
    expect(metricFigure(JSON.parse(JSON.stringify(endless)), false).interval).toBeNull();
  });

  it('say so when there is no case', () => {
    expect(metricFigure({ ...share, value: 0, successes: 0, n: 0 }, false).text).toBe('no case');
    expect(failureFigure(0, 0).text).toBe('no case');
  });
});
