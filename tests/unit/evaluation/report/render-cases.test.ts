import { describe, expect, it } from 'vitest';
import { renderReport } from '#evaluation/report/render-report.ts';
import { elementsOf, parsePage, textOf } from '../../../support/parse-page.ts';
import { sampleComparison, sampleFinding, sampleReport, sampleRun } from '../../../support/report-sample.ts';
import { sampleRecord } from '../../../support/report-sample-records.ts';
import { sampleCitation, sampleReply } from '../../../support/report-sample-replies.ts';

const page = parsePage(renderReport(sampleReport()));
const ofRecords = (...records: ReturnType<typeof sampleRecord>[]) =>
  parsePage(renderReport(sampleReport({ run: sampleRun(records), comparison: null })));

describe('cases that got worse and better', () => {
  it('tells each case with its question, what should come, what came and what is wrong', () => {
    const told = textOf(page.byId('case-screening--screen-emergency-001'));
    expect(told).toContain('cant breathe properly');
    expect(told).toContain('Before: Emergency card → now: Answered (should come: emergency card)');
    expect(told).toContain('at a cost of 100');
    expect(told).toContain('Alarms raised');
  });

  it('tells what is wrong in a case beyond its outcome', () => {
    expect(textOf(page.byId('case-caveats--c-002'))).toContain('A limitation or other source is missing');
  });

  it('tells ten in full, and every one with its question in a list by suite and topic', () => {
    const worse = Array.from({ length: 90 }, (_, at) => `q-${String(at + 1).padStart(3, '0')}`);
    const [finding] = sampleComparison().findings;
    const many = parsePage(
      renderReport(sampleReport({ comparison: sampleComparison({ findings: [{ ...finding!, worse }] }) })),
    );
    const flips = elementsOf(many.byId('flips'));
    expect(many.byClass('case', flips)).toHaveLength(10);
    const lines = many
      .byClass('lines', flips)
      .flatMap((list) => elementsOf(list).filter(({ tagName }) => tagName === 'li'));
    expect(lines).toHaveLength(90);
    for (const line of lines) expect(textOf(many.byClass('question', elementsOf(line))[0]!).length).toBeGreaterThan(5);
    expect(many.textIn('flips')).toContain('Questions: 90 cases');
    expect(many.textIn('flips')).toContain('Topic “lung”: 23');
    expect(many.textIn('flips')).not.toContain('q-090');
  });

  it('does not call better what came out wrong', () => {
    const up = sampleFinding({ check: 'cited', worse: [], better: ['q-001', 'q-050'] });
    const other = parsePage(renderReport(sampleReport({ comparison: sampleComparison({ findings: [up] }) })));
    expect(other.textIn('flips')).toContain('Got better: 2');
    expect(other.textIn('flips')).toContain('in 1 of them something is still wrong');
    expect(other.byClass('better', elementsOf(other.byId('flips')))).toEqual([]);
  });

  it('says what is wrong in every case that is told, without ids of classes', () => {
    const record = sampleRecord({
      suite: 'near-misses',
      expected: 'abstained/no_evidence',
      actual: 'answered',
      cost: 10,
      problems: ['Answers, though it should not: expected abstained/no_evidence.'],
    });
    const told = ofRecords(record);
    expect(told.byClass('problems').map(textOf)).toEqual([
      'It answers, though it should not: it should bring “declined: not in the documents”.',
    ]);
    expect(told.textIn('cases')).not.toContain('no_evidence');
    expect(
      ofRecords(sampleRecord({ actual: 'abstained/no_evidence', cost: 2 }))
        .byClass('problems')
        .map(textOf),
    ).toEqual(['It should bring “answered”, and brought “declined: not in the documents”.']);
  });

  it('prints a question once, and a quote as it reads', () => {
    const quote = '**No ICANS reported:** none\n| Group | 1-year |\n|---|---|\n| CIK | 72–78% |';
    const record = sampleRecord({ cost: 8, replies: [sampleReply({ citations: [sampleCitation({ quote })] })] });
    const told = ofRecords(record);
    const [first] = told.byClass('case');
    expect(textOf(first!).split(record.turns[0]!)).toHaveLength(3); // Its trace repeats what was asked.
    expect(told.byClass('turns')).toEqual([]);
    expect(told.textIn('cases')).toContain('No ICANS reported: none Group · 1-year CIK · 72–78%');
  });
});

describe('worst cases', () => {
  it('puts the costliest first, and links a case that was told before instead of telling it again', () => {
    const cases = page.byClass('case', elementsOf(page.byId('cases'))).map(textOf);
    expect(cases[0]).toContain('cost 50');
    expect(page.textIn('cases')).toContain('told under “Cases that got worse and better”');
    expect(cases.some((text) => text.includes('screen-emergency-001'))).toBe(false);
  });

  it('shows evidence, trace and the conversation before', () => {
    const record = sampleRecord({
      turns: ['What is CIK therapy?', 'And for stomach cancer?'],
      replies: [sampleReply(), sampleReply({ citations: [sampleCitation({ quote: '70–76%', start: 12, end: 18 })] })],
      cost: 8,
      problems: ['Does not say “72–78%”.'],
    });
    const text = ofRecords(record).textIn('cases');
    for (const part of [
      'What is CIK therapy?',
      'And for stomach cancer?',
      '70–76%',
      'characters 12 to 18',
      'what-is-cik-07',
      '0.913',
      'Does not say “72–78%”.',
    ])
      expect(text).toContain(part);
  });

  it('has words for a case without a reply and for a run without a fault', () => {
    expect(ofRecords(sampleRecord({ replies: [], problems: ['Rejects a good sentence.'] })).textIn('cases')).toContain(
      'scored without a reply',
    );
    expect(ofRecords(sampleRecord()).textIn('cases')).toContain('No case has anything wrong with it.');
  });
});
