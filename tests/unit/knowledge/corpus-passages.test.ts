import { expect, it } from 'vitest';
import type { Passage } from '#domain/passage.ts';
import { listFiles } from '#knowledge/documents/list-files.ts';
import type { ReadDocument } from '#knowledge/documents/read-document.ts';
import { readDocumentFile } from '#knowledge/documents/read-document-file.ts';
import { plainText } from '#knowledge/passages/plain-text.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';

const documents: { document: ReadDocument; passages: Passage[] }[] = [];
for await (const file of listFiles('corpus')) {
  const document = await readDocumentFile('corpus', file);
  documents.push({ document, passages: splitIntoPassages(document) });
}
const everyPassage = documents.flatMap(({ passages }) => passages);

it('reads the five guides', () => {
  expect(documents.length).toBeGreaterThanOrEqual(5);
  expect(new Set(documents.map(({ document }) => document.id)).size).toBe(documents.length);
  for (const { passages } of documents) expect(passages.length).toBeGreaterThan(20);
});

it('quotes verbatim, with whole marks', () => {
  for (const { document, passages } of documents) {
    for (const unit of passages.flatMap((passage) => passage.units)) {
      const quote = document.text.slice(unit.start, unit.end);
      expect((quote.match(/\*\*/g) ?? []).length % 2, quote).toBe(0);
      expect(plainText(quote).replace(/^\| | \|$/g, '')).toBe(unit.text);
      expect(quote).not.toMatch(/^[-#>]\s/);
    }
  }
});

it('leaves out nothing but headings, table heads and labels', () => {
  for (const { document, passages } of documents) {
    let rest = document.text;
    for (const unit of passages.flatMap((passage) => passage.units).toReversed())
      rest = rest.slice(0, unit.start) + rest.slice(unit.end);
    const lines = rest
      .split('\n')
      .filter((line) => !/^#|^\||^\s*$|^[->]\s*$|^[->]\s+\*\*[^*]+:\*\*\s*$/.test(line.trim()));
    expect(lines.filter((line) => /[\p{L}\p{N}]/u.test(line))).toEqual([]);
  }
});

it('has the row on manufacturing time under its columns', () => {
  const row = everyPassage.find((passage) => passage.table?.cells[0] === 'Manufacturing time');
  expect(row).toMatchObject({
    kind: 'table_row',
    table: {
      columns: ['Parameter', 'CIK Therapy', 'CAR-T Therapy'],
      cells: ['Manufacturing time', '14–21 days', '2–6 weeks (longer for complex vectors)'],
    },
  });
});

it('keeps every question that is asked often in one passage with its answer', () => {
  for (const { document, passages } of documents) {
    const [, faq = ''] = document.text.split(/^## Frequently Asked Questions.*$/m);
    const questions = (faq.split(/^## /m)[0] ?? '').match(/^### .+$/gm) ?? [];
    expect(questions.length).toBeGreaterThanOrEqual(4);
    for (const question of questions) {
      const found = passages.filter((passage) => passage.headingPath.at(-1) === question.slice(4));
      expect(found.map(({ kind }) => kind)).toEqual(['question_answer']);
      expect(found[0]?.text.startsWith(question)).toBe(true);
    }
  }
});
