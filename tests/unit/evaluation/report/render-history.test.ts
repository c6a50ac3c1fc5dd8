import { describe, expect, it } from 'vitest';
import { renderHistory } from '#evaluation/report/render-history.ts';
import { elementsOf, parsePage, textOf } from '../../../support/parse-page.ts';
import { sampleHistory } from '../../../support/report-sample.ts';
import { hostile } from '../../../support/report-sample-records.ts';

const runs = sampleHistory();
const page = parsePage(renderHistory(runs));
const multiple = (label: string, suite: string) => {
  const part = page.byTag('section').find((section) => textOf(section).trim().startsWith(suite))!;
  return page.byClass('multiple', elementsOf(part)).find((figure) => textOf(figure).startsWith(label))!;
};

describe('the history', () => {
  it('draws each metric once, with a dot and a whisker for each run', () => {
    const names = new Set(runs.flatMap(({ metrics }) => metrics.map(({ name }) => name)));
    expect(page.byClass('multiple')).toHaveLength(names.size);
    const figure = elementsOf(multiple('Alarms missed', 'Screening'));
    expect(page.byClass('dot', figure)).toHaveLength(runs.length);
    expect(page.byClass('whisker', figure)).toHaveLength(runs.length);
  });

  it('goes from the oldest on the left to the newest on the right', () => {
    const dots = page.byClass('dot', elementsOf(multiple('Alarms missed', 'Screening')));
    const places = dots.map(({ properties }) => Number.parseFloat(String(properties['cx'])));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    // It gets better over the runs: failures go down, so dots too.
    const heights = dots.map(({ properties }) => Number(properties['cy']));
    expect(heights.at(-1)).toBeGreaterThan(heights[0]!);
    expect(textOf(multiple('Alarms missed', 'Screening'))).toContain('Latest: 6 of 228');
  });

  it('leaves a gap for a run that lacks the metric, and says so in its table', () => {
    const figure = multiple('Orders obeyed', 'Messages that try to give orders (injection)');
    expect(page.byClass('dot', elementsOf(figure))).toHaveLength(runs.length - 1);
    expect(textOf(figure)).toContain('not measured');
  });

  it('marks the run made with other documents, and says what differs', () => {
    expect(page.byClass('change', elementsOf(multiple('Alarms missed', 'Screening')))).toHaveLength(1);
    expect(page.textIn('runs')).toContain('code and documents');
  });

  it('draws one run, and no run, without a number that is none', () => {
    for (const few of [sampleHistory(1), []]) expect(renderHistory(few)).not.toMatch(/NaN|Infinity|undefined/u);
  });

  it('is the same for the same runs, and shows hostile names as words', () => {
    expect(renderHistory(sampleHistory())).toBe(renderHistory(runs));
    const bad = parsePage(renderHistory(Object.values(hostile).map((id) => ({ ...runs[0]!, id }))));
    expect(bad.byTag('script')).toEqual([]);
    expect(bad.textIn('runs')).toContain(hostile.script);
  });
});
