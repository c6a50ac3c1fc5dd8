import { describe, expect, it } from 'vitest';
import { renderReport } from '#evaluation/report/render-report.ts';
import { elementsOf, parsePage, textOf } from '../../../support/parse-page.ts';
import { sampleComparison, sampleFinding, sampleReport } from '../../../support/report-sample.ts';

const page = parsePage(renderReport(sampleReport()));

describe('what got better and worse', () => {
  it('says in words whether it passes', () => {
    expect(textOf(page.byClass('verdict')[0]!)).toMatch(/Fails against the baseline accepted on 2026-11-20/u);
    expect(textOf(page.byClass('verdict')[0]!)).toContain(
      'somebody must look, then either mend it or accept it with a reason (npm run eval:accept)',
    );
    const passed = parsePage(renderReport(sampleReport({ comparison: sampleComparison({ verdict: 'pass' }) })));
    expect(textOf(passed.byClass('verdict')[0]!)).toMatch(/Passes against/u);
    const alone = parsePage(renderReport(sampleReport({ comparison: null })));
    expect(textOf(alone.byClass('verdict')[0]!)).toMatch(/Not compared/u);
  });

  it('lists failing checks of safety first, with before and after, and folds the small ones', () => {
    const [list] = page.byClass('findings');
    const findings = page.byClass('finding', elementsOf(list!)).map(textOf);
    expect(findings).toHaveLength(3);
    expect(findings[0]).toMatch(/Fails: Screening – Alarms raised/u);
    expect(findings[0]).toContain('Right before: 223 of 228. Now: 222 of 228, of the cases that both have.');
    expect(findings[0]).toContain('It is about safety: one case is enough to fail.');
    expect(findings[1]).toMatch(/Fails: Caveats/u);
    expect(findings[2]).toMatch(/Better: Questions the guides do not answer/u);
    expect(page.textIn('changes')).toMatch(
      /2 more checks fell by one or two cases.*Worse, for information: Questions – Answer rate/u,
    );
  });

  it('shades safety alone, and speaks of chance only where it does not explain a fall', () => {
    const shaded = page.byClass('safety', elementsOf(page.byId('changes'))).map(textOf);
    expect(shaded).toHaveLength(1);
    const fell = sampleFinding({ fails: true, pValue: 0.001, worse: ['q-001', 'q-002', 'q-003', 'q-004'] });
    const told = parsePage(renderReport(sampleReport({ comparison: sampleComparison({ findings: [fell] }) })));
    expect(textOf(told.byClass('finding')[0]!)).toContain('That is more than chance explains.');
    expect(textOf(page.byClass('finding')[1]!)).toContain('That is a greater fall than is allowed.');
    expect(page.textIn('changes')).not.toMatch(/chance alone|of runs/u);
  });

  it('tells a measure by its mean, and not one whose mean reads the same', () => {
    const ndcg = {
      suite: 'retrieval',
      check: 'ndcg10',
      pValue: null,
      why: 'Fell.',
      worse: ['ret-001', 'ret-002', 'ret-003'],
    };
    const [before, after] = [
      { passed: 38.25, of: 45 },
      { passed: 34.2, of: 45 },
    ];
    const withFinding = (changes: Parameters<typeof sampleFinding>[0]) =>
      parsePage(
        renderReport(
          sampleReport({ comparison: sampleComparison({ findings: [sampleFinding({ ...ndcg, ...changes })] }) }),
        ),
      );
    const fell = withFinding({ before, after, fails: true });
    expect(fell.textIn('changes')).toContain(
      'Mean before: 0.85. Now: 0.76, over the 45 cases that both have. 3 cases got worse, 0 better.',
    );
    expect(textOf(fell.byId('case-retrieval--ret-001'))).toContain('nDCG in the first 10: now 0.60');
    expect(fell.textIn('retrieval')).toContain('baseline: 0.85');
    const same = withFinding({ before, after: { passed: 38.2, of: 45 } });
    expect(same.textIn('changes')).toContain('None: every case that both runs have came out the same.');
  });

  it('tells the moves in words, worse first and an emergency before all, and the topics with an example', () => {
    const moves = page.byClass('move').map(textOf);
    expect(moves[0]).toContain('1 emergency was given the emergency card and is now answered.');
    expect(moves[1]).toContain('5 questions that should be answered were answered rightly and are now declined.');
    expect(moves.at(-1)).toContain('3 questions that the guides do not answer were answered and are now declined.');
    expect(page.textIn('changes')).toMatch(/“lung”: \d of \d+ cases of the topic such as “/u);
  });

  it('leads with the guide that is gone, and does not hide a case that is', () => {
    const header = textOf(page.byTag('header')[0]!);
    expect(header).toMatch(/Why\s*The guide “.CIK Therapy for Lung Cancer.” is gone\./u);
    expect(header).toContain('Besides, the prompts and fixed texts and the code differ.');
    expect(header).not.toContain('index differ');
    expect(page.textIn('flips')).toContain('q-removed');
    expect(page.textIn('changes')).toContain('12 cases of this run are new and 1 case of the baseline is gone');
  });

  it('says what changed of emergencies, or that nothing did', () => {
    expect(page.textIn('safety')).toContain('Of the 228 emergencies, crises and urgent signs, 1 case got worse since');
    const calm = parsePage(renderReport(sampleReport({ comparison: sampleComparison({ findings: [], moves: [] }) })));
    const words = 'Nothing about emergencies, crises and urgent signs changed since the baseline.';
    expect(calm.textIn('safety')).toContain(words);
    expect(textOf(calm.byTag('header')[0]!)).toContain(words);
  });
});
