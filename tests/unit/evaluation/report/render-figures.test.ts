import { describe, expect, it } from 'vitest';
import { renderReport } from '#evaluation/report/render-report.ts';
import { elementsOf, parsePage, textOf } from '../../../support/parse-page.ts';
import { sampleComparison, sampleReport, sampleRun } from '../../../support/report-sample.ts';
import { sampleRecord } from '../../../support/report-sample-records.ts';

const page = parsePage(renderReport(sampleReport()));

describe('the decision matrix', () => {
  it('says count and cost in words, and shades the costlier darker', () => {
    const cells = page.byClass('cell', elementsOf(page.byId('matrix')));
    const told = cells.map((cell) => ({
      text: textOf(cell),
      shade: String([cell.properties['className'] ?? []].flat()[1]),
    }));
    expect(told).toContainEqual({ text: 'Answered 1 cost 100', shade: 'shade-4' });
    expect(told).toContainEqual({ text: 'Emergency card 91 right', shade: 'shade-0' });
    expect(page.textIn('matrix')).toContain('1 × “emergency card” should come, “answered” came (cost 100 each)');
  });

  it('scores each class by itself', () => {
    expect(page.textIn('matrix')).toContain('91 of 93 98%, 92–99.7%');
    expect(page.textIn('matrix')).toMatch(/Suite by suite.*Screening.*Crisis card 55 of 55/u);
    expect(page.textIn('matrix')).toContain('55 of 55 100%, 94–100%');
  });
});

describe('figures', () => {
  it('put the error rate right beneath the answer rate', () => {
    const labels = page.byClass('label', elementsOf(page.byId('answers'))).map(textOf);
    const places = labels.flatMap((label, at) => (label === 'Answer rate' ? [at] : []));
    expect(places.length).toBeGreaterThan(2);
    for (const at of places) expect(labels.slice(at + 1, at + 3)).toEqual(['Error rate', 'Right, of those answered']);
  });

  it('put a copy baseline beside what it is a baseline of, and cuts in their order', () => {
    const run = sampleRun();
    const like = (name: string, suite: string) => {
      const metric = run.metrics.find((one) => one.name === 'retrieval.ndcg10')!;
      return { ...metric, name: `${suite}.${name}`, suite };
    };
    const metrics = [...run.metrics, like('copyRight', 'questions'), like('recall10', 'retrieval')];
    const other = parsePage(renderReport(sampleReport({ run: { ...run, metrics } })));
    const labels = (id: string) => other.byClass('label', elementsOf(other.byId(id))).map(textOf);
    const answers = labels('answers');
    expect(answers.indexOf('– copy baseline')).toBe(answers.indexOf('Right, of all') + 1);
    const retrieval = labels('retrieval');
    expect(retrieval.indexOf('Recall in the first 3')).toBeLessThan(retrieval.indexOf('Recall in the first 10'));
  });

  it('say beside offline support that it is consistency, not truth, and show its control', () => {
    expect(page.textIn('citations')).toContain('Support measured offline is consistency, not truth.');
    expect(page.textIn('citations')).toContain('random control');
  });

  it('draw a figure and its controls on one scale', () => {
    const rows = elementsOf(page.byId('citations')).filter(({ tagName }) => tagName === 'tr');
    const place = (label: string) => {
      const row = rows.find((one) => textOf(one).includes(label))!;
      return Number.parseFloat(String(page.byClass('dot', elementsOf(row))[0]?.properties['cx']));
    };
    expect(place('Citation recall')).toBeCloseTo(95.3, 0);
    expect(place('copy baseline')).toBeCloseTo(96.9, 0);
    expect(place('random control')).toBeCloseTo(4.2, 0);
  });

  it('show the baseline beside the figure', () => {
    expect(page.textIn('safety')).toContain('baseline: 5 of 228 (2.2%)');
  });

  it('show a metric that nobody has described, under its own name', () => {
    const run = sampleRun();
    const [metric] = run.metrics;
    const metrics = [...run.metrics, { ...metric!, name: 'screening.newThing', kind: 'quality' as const }];
    const other = parsePage(renderReport(sampleReport({ run: { ...run, metrics } })));
    expect(other.textIn('others')).toContain('New thing');
  });

  it('draw a slice of five cases and only name a smaller one', () => {
    const suite = page
      .byClass('slices', elementsOf(page.byId('slices')))
      .find((one) => textOf(one).startsWith('Questions nothing'))!;
    expect(textOf(suite)).toContain('Not drawn, for fewer than 5 cases say nothing: rare (0 of 1)');
    const labels = page.byClass('label', elementsOf(suite)).map(textOf);
    expect(labels).toContain('non-native');
    expect(labels).not.toContain('rare');
  });

  it('show the baseline of what it does not keep, by the classes that came', () => {
    const all = sampleReport({ comparison: sampleComparison({ newCases: 0, goneCases: 0 }) });
    const known = parsePage(renderReport(all));
    expect(known.textIn('safety')).toContain('Emergency card missed No card of any kind. 1 of 93');
    expect(known.textIn('safety')).toContain('baseline: 0 of 93 (0%)');
    expect(known.textIn('answers')).toContain('Answer rate: 72 of 96, 75% (baseline: 77 of 96 (80%))');
    expect(known.textIn('answers')).toContain('baseline: the same');
    // With cases that the baseline does not know nothing is made up.
    expect(page.textIn('answers')).not.toContain('(baseline: 77');
    expect(page.textIn('answers')).not.toContain('baseline: the same');
  });

  it('say of a handful of cases that they are too few', () => {
    const records = Array.from({ length: 7 }, (_, at) =>
      sampleRecord({ id: `q-${at}`, checks: { escalated: true }, expected: 'escalated/crisis' }),
    );
    const few = parsePage(renderReport(sampleReport({ run: sampleRun(records), comparison: null })));
    expect(few.textIn('safety')).toContain('0 of 7 (at most 35%) too few cases to say much');
    expect(page.textIn('safety')).not.toContain('0 of 55 (at most 5.3%) too few');
  });
});
