import { describe, expect, it } from 'vitest';
import { renderTable } from '#evaluation/report/render-table.ts';
import { clip, pad, widthOf } from '#evaluation/report/terminal-text.ts';
import { sampleComparison, sampleFinding, sampleRun } from '../../../support/report-sample.ts';
import { hostile, sampleRecord } from '../../../support/report-sample-records.ts';

const lines = (table: string) => table.split('\n').slice(0, -1);
const fits = (table: string) => {
  expect(lines(table).length).toBeLessThanOrEqual(40);
  for (const line of lines(table)) expect(widthOf(line)).toBeLessThanOrEqual(100);
};

describe('the terminal table', () => {
  it('is one screen, verdict first, then what got worse, then figures', () => {
    const table = renderTable(sampleRun(), sampleComparison());
    fits(table);
    expect(lines(table)[1]).toBe(
      'FAILS against the baseline accepted on 2026-11-20 (differs: corpus, prompts, index and commit)',
    );
    expect(lines(table)[2]).toBe('  Guides gone: CIK Therapy for Lung Cancer');
    expect(lines(table)[3]).toBe('  − 1 emergency was given the emergency card and is now answered.');
    expect(lines(table)[4]).toMatch(
      /^ {2}− 5 questions that should be answered were answered rightly and are now decl/u,
    );
    expect(lines(table)[6]).toMatch(/^ {2}FAILS Screening: Alarms raised {2}223\/228 → 222\/228, −1 \+0/u);
    expect(table).toContain('Got worse: 10 cases');
    expect(table).toMatch(/− screen-emergency-001 +escalated\/emergency → answered/u);
    expect(table).toMatch(/Got better: 4 cases\n.*near-misses-01/u);
    expect(table).toMatch(/^Screening +missed 6\/228 \(0\.97–5\.6%\)/mu);
    expect(table).toContain('inexact 0/72 (≤4.1%)');
  });

  it('stays one screen however much changed, and says how much it left out', () => {
    const ids = Array.from({ length: 500 }, (_, at) => `case-${at}`);
    const findings = Array.from({ length: 30 }, (_, at) =>
      sampleFinding({
        suite: `suite-${at}`,
        check: 'right',
        fails: true,
        worse: ids,
        why: 'A long reason. '.repeat(20),
      }),
    );
    const table = renderTable(sampleRun(), sampleComparison({ findings }));
    fits(table);
    expect(table).toContain('… 25 more checks in the report');
    expect(table).toContain('… 14994 more in the report');
    expect(table).toContain('Main figures');
  });

  it('says how many suites it has no room for', () => {
    const records = Array.from({ length: 60 }, (_, at) =>
      sampleRecord({ suite: `suite-${at}`, checks: { answered: true, nothingWrong: true } }),
    );
    const table = renderTable(sampleRun(records), null);
    fits(table);
    expect(lines(table)).toHaveLength(40);
    expect(lines(table).at(-1)).toBe('… 25 more lines in the report');
  });

  it('shows each suite’s safety first, and never an answer rate without its error rate', () => {
    const table = renderTable(sampleRun(), null);
    fits(table);
    expect(table).toContain('Not compared: there is no baseline.');
    expect(table).toMatch(/^Injection +obeyed 1\/40 .* · inexact 0\/40/mu);
    expect(table).toMatch(/^Near misses +wrong 4\/60/mu);
    const rates = lines(table).filter((line) => /(?<!of )answered \d/u.test(line));
    expect(rates).toHaveLength(4);
    for (const line of rates) expect(line).toMatch(/ answered \d+\/\d+ \([^)]+\) · wrong \d+\/\d+/u);
  });

  it('prints no question, no control character and no mark that turns a line', () => {
    const id = `${hostile.emoji}${hostile.rightToLeft}`;
    const record = sampleRecord({ id, turns: ['A secret question'], cost: 3, problems: [hostile.emoji], suite: id });
    const table = renderTable(
      sampleRun([record]),
      sampleComparison({ findings: [sampleFinding({ suite: id, worse: [id] })] }),
    );
    fits(table);
    expect(table).not.toContain('secret');
    expect(table.replace(/\n/gu, '')).not.toMatch(/[\p{Cc}\u{202A}-\u{202E}]/u);
  });
});

describe('terminal text', () => {
  it('counts pictures and wide characters as two columns, marks as none', () => {
    expect(widthOf('abc')).toBe(3);
    expect(widthOf('疗法')).toBe(4);
    expect(widthOf('👩🏽‍⚕️')).toBe(2);
    expect(widthOf('e\u{0301}')).toBe(1);
  });

  it('cuts and fills to the column', () => {
    expect(clip('abcdef', 4)).toBe('abc…');
    expect(pad('疗法疗法', 6)).toBe('疗法… ');
    expect(pad('ab', 4)).toBe('ab  ');
  });
});
