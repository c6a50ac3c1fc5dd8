import { readdir } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvalCase } from '#evaluation/eval-case.ts';
import { importRows } from '#evaluation/exchange/csv/import-rows.ts';
import { parseSuiteCsv } from '#evaluation/exchange/csv/parse-suite-csv.ts';
import { renderSuiteCsv } from '#evaluation/exchange/csv/render-suite-csv.ts';
import { readSuite } from '#evaluation/read-suite.ts';
import { anyCase } from '../../../support/any-case.ts';
import { sampleCase } from '../../../support/sample-case.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const options = { author: null, today: '2026-11-26', replace: false };
const into = (existing: readonly EvalCase[], csv: string, over = {}) =>
  importRows(existing, parseSuiteCsv(bytes(csv)), { ...options, ...over });

describe('a suite as a table', () => {
  it('comes back as it was, whatever stands in it', () => {
    const unique = fc.uniqueArray(anyCase, { selector: ({ id }) => id.trim(), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(unique, (cases) => {
        expect(into([], renderSuiteCsv(cases)).cases).toEqual(cases);
      }),
      { numRuns: 300 },
    );
  });

  it('comes back as it was for every suite of this project', async () => {
    const files = (await readdir('evals/suites')).filter((file) => file.endsWith('.jsonl'));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const cases = await readSuite(`evals/suites/${file}`);
      expect(into([], renderSuiteCsv(cases)).cases).toEqual(cases);
      expect(into(cases, renderSuiteCsv(cases))).toMatchObject({ cases, added: 0, updated: 0, removed: 0 });
    }
  });

  it('is UTF-8 with a byte order mark and ends its rows as spreadsheets do', () => {
    const csv = renderSuiteCsv([sampleCase()]);
    expect([...bytes(csv).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(3);
  });

  it('gives a spreadsheet nothing to calculate and nothing to reformat', () => {
    fc.assert(
      fc.property(anyCase, (item) => {
        const [, row = []] = parse(renderSuiteCsv([item]), { bom: true }) as string[][];
        for (const cell of row) {
          expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
          expect(cell).not.toMatch(/^[\d.,/-]*\d[\d.,/-]*%?$/u);
        }
      }),
    );
  });

  it.each([';', '\t'])(
    'is read with %j between cells too, as spreadsheets of other countries write it',
    (separator) => {
      const csv = renderSuiteCsv([sampleCase()]).replaceAll('","', `"${separator}"`).replaceAll(',', separator);
      expect(into([], csv).cases).toEqual([sampleCase()]);
    },
  );
});

describe('what is imported', () => {
  it('changes the case of its id in the columns given, and nothing else of it', () => {
    const before = [sampleCase(), sampleCase({ id: 'other' })];
    const after = into(before, 'id,turns\r\nhow-long,"How long?\nIn weeks?"\r\n');
    expect(after).toMatchObject({ added: 0, updated: 1, removed: 0 });
    expect(after.cases).toEqual([sampleCase({ turns: ['How long?', 'In weeks?'] }), before[1]]);
  });

  it('adds a new one with the author of the command, today, on the dev split', () => {
    const { cases } = into([], 'id,turns,outcome\r\nnew,Why?,answered\r\n', { author: 'Dr. A' });
    expect(cases).toMatchObject([{ id: 'new', author: 'Dr. A', date: '2026-11-26', split: 'dev', reviewer: null }]);
  });

  it('removes what has no row only when told to', () => {
    const before = [sampleCase(), sampleCase({ id: 'other' })];
    expect(into(before, 'id\r\nother\r\n').removed).toBe(0);
    expect(into(before, 'id\r\nother\r\n', { replace: true }).cases.map(({ id }) => id)).toEqual(['other']);
  });

  it('is every row or none, and names each wrong row and column as the spreadsheet counts', () => {
    const csv = [
      'id,turns,outcome,support,date,author',
      'good,Why?,answered,,,A',
      'bad-1,,answered,,,A',
      '"bad-2","Two\nlines?",perhaps,guide | no words,25.11.2026,A',
      'good,Again?,answered,,,A',
      'nobody,Who?,answered,,,',
    ].join('\r\n');
    expect(() => into([sampleCase()], csv)).toThrow(/^Nothing was imported\./u);
    const problems = (() => {
      try {
        into([sampleCase()], csv);
        return '';
      } catch (error) {
        return String(error);
      }
    })();
    expect(problems).toMatch(/row 3, column turns: /u);
    expect(problems).toMatch(/row 4, column outcome: /u);
    expect(problems).toMatch(/row 4, column support: a line is/u);
    expect(problems).toMatch(/row 4, column date: /u);
    expect(problems).toMatch(/row 5, column id: good stands in row 2 already/u);
    expect(problems).toMatch(/row 6, column author: /u);
    expect(problems).not.toMatch(/row 2,/u);
  });

  it.each([
    ['a column that there is not', 'id,question\r\na,b\r\n', /row 1, column question: there is no such column/u],
    ['a column twice', 'id,turns,turns\r\na,b,c\r\n', /row 1, column turns: stands twice/u],
    ['no ids', 'turns\r\nWhy?\r\n', /column id: is missing/u],
    ['a cell beyond the head', 'id,turns\r\na,b,c\r\n', /row 2: cell 3 stands under no column/u],
    ['quotes that do not close', 'id,turns\r\na,"b\r\n', /is no CSV/u],
  ])('is not taken with %s', (_, csv, message) => {
    expect(() => into([], csv)).toThrow(message);
  });

  it('is not taken in an encoding that spreadsheets choose by themselves', () => {
    expect(() => parseSuiteCsv(new Uint8Array([0x69, 0x64, 0x0a, 0x80]))).toThrow(/save it as "CSV UTF-8"/u);
  });
});
