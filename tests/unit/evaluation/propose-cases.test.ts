import { describe, expect, it } from 'vitest';
import { compareFacts } from '#evaluation/compare-facts.ts';
import { evalCaseSchema } from '#evaluation/eval-case.ts';
import { importRows } from '#evaluation/exchange/csv/import-rows.ts';
import { parseSuiteCsv } from '#evaluation/exchange/csv/parse-suite-csv.ts';
import { renderSuiteCsv } from '#evaluation/exchange/csv/render-suite-csv.ts';
import { proposeCases } from '#evaluation/propose/propose-cases.ts';
import { questionKey } from '#evaluation/question-key.ts';
import { readDocument } from '#knowledge/documents/read-document.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';
import { readDocuments } from '../../../src/bin/cases/read-documents.ts';

const TODAY = '2026-11-25';

function source(text: string, path = 'guide.md') {
  const document = readDocument(new TextEncoder().encode(text), path);
  return { documentId: document.id, title: document.title, passages: splitIntoPassages(document) };
}
const proposed = (text: string, asked: readonly string[] = []) =>
  proposeCases([source(text)], new Set(asked.map((question) => questionKey([question]))), TODAY);
const told = (text: string) => proposed(text).map(({ turns, facts }) => [turns[0], facts.required[0]?.[0]]);

describe('a proposal', () => {
  it('asks for each cell of a table, of the row or, in a comparison, of the thing compared', () => {
    const rows = '| Drug | Dose |\n|---|---|\n| Lumetor | 70 mg once a month |\n';
    expect(told(`# Doses\n\n${rows}`)).toEqual([['What is the Dose of Lumetor?', '70 mg once a month']]);
    const compared = '| Feature | Lumetor | Tavidol |\n|---|---|---|\n| Form | An injection | A tablet |\n';
    expect(told(`# Form\n\n${compared}`)).toEqual([
      ['What is the Form of Lumetor?', 'An injection'],
      ['What is the Form of Tavidol?', 'A tablet'],
    ]);
  });

  it('takes the question of a heading with the figure, or the beginning, of its answer', () => {
    const text = '# Guide\n\n## FAQ\n\n### How long does it last?\n\nYes. It lasts about 3 weeks.\n';
    expect(told(text)[0]).toEqual(['How long does it last?', '3 weeks']);
    expect(told('# Guide\n\n### Is it a tablet?\n\nNo. It is injected under the skin, once a month.\n')).toEqual([
      ['Is it a tablet?', 'It is injected under the skin'],
    ]);
  });

  it('turns a sentence with a figure round, or leaves a gap for a person to word', () => {
    const text =
      'Headache occurred in 5–8% of people with Lumetor. The price of Lumetor is 300 euros. The operation lasts 90 minutes. Pain fell by 12%.';
    expect(told(`# Guide\n\n## Facts\n\nNo headache is seen. ${text}\n`)).toEqual([
      ['How often did headache occur with Lumetor?', '5–8%'],
      ['What is the price of Lumetor?', '300 euros'],
      ['How long does the operation last?', '90 minutes'],
      ['Facts: which figure is missing in "Pain fell by …."', '12%'],
    ]);
  });

  it('leaves out years, number words and parts of names', () => {
    expect(told('# Guide\n\nIt was approved in 2019. Two trials were done. It blocks IL-17 and CD20 cells.\n')).toEqual(
      [],
    );
  });

  it('is left out when the question stands in a suite, in other case and marks too', () => {
    const text = '# Guide\n\n### How long does it last?\n\nIt lasts for some weeks.\n';
    expect(proposed(text)).toHaveLength(1);
    expect(proposed(text, ['how long does it LAST'])).toHaveLength(0);
  });

  it('of two places in the same words is one, with what each says', () => {
    const two = ['one', 'two'].map((name, at) =>
      source(`# Guide\n\n### How long does it last?\n\nIt lasts ${at + 3} weeks.\n`, `${name}.md`),
    );
    const [item, ...more] = proposeCases(two, new Set(), TODAY);
    expect(more).toEqual([]);
    expect(item?.facts.required).toEqual([['3 weeks', '4 weeks']]);
    expect(item?.support.map(({ document }) => document)).toEqual(['one', 'two']);
    expect(item?.tags).toContain('several-places');
  });
});

describe.each(['corpus', 'evals/folders/knee-clinic', 'evals/folders/migraine-clinic'])(
  'proposals from %s',
  (folder) => {
    it('are right cases whose fact stands in the passage they name, the same each time', async () => {
      const sources = await readDocuments(folder);
      const cases = proposeCases(sources, new Set(), TODAY);
      expect(cases.length).toBeGreaterThan(10);
      expect(proposeCases(await readDocuments(folder), new Set(), TODAY)).toEqual(cases);
      expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
      for (const item of cases) {
        expect(evalCaseSchema.parse(item)).toEqual(item);
        expect(item.tags).toContain('proposed');
        for (const { document, contains } of item.support) {
          const passages = sources.find(({ documentId }) => documentId === document)?.passages ?? [];
          const held = passages.filter(({ text }) => text.includes(contains));
          expect(held.length).toBeGreaterThan(0);
          const said = held.flatMap(({ units }) => units.map(({ text }) => text)).join('\n');
          expect(compareFacts(said, { required: [item.facts.required.flat()], forbidden: [] }).missing).toEqual([]);
        }
      }
    });

    it('come in once a person has said yes, with that person as author', async () => {
      const cases = proposeCases(await readDocuments(folder), new Set(), TODAY);
      const marked = renderSuiteCsv(cases, 'proposals')
        .split('\r\n,')
        .map((row, at) => (at === 1 ? `yes,${row}` : at === 2 ? `no,${row}` : `,${row}`))
        .join('\r\n')
        .slice(1);
      const rows = parseSuiteCsv(new TextEncoder().encode(marked));
      const options = { today: TODAY, replace: false };
      const done = importRows([], rows, { ...options, author: 'Dr. A' });
      expect(done.cases).toEqual([{ ...cases[0], author: 'Dr. A' }]);
      expect(done.notAccepted).toBe(cases.length - 1);
      expect(() => importRows([], rows, { ...options, author: null })).toThrow(/column author/u);
      const asked = { ...cases[0], id: 'asked-before', author: 'B' } as (typeof cases)[number];
      expect(importRows([asked], rows, { ...options, author: 'Dr. A' })).toMatchObject({
        cases: [asked],
        duplicates: [{ row: 2, id: 'asked-before' }],
      });
    });
  },
);
