import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { createSqliteEmbeddingCache } from '#storage/sqlite/embedding-cache.ts';
import { measureFolder } from '../../../src/bin/ranking/measure-folder.ts';
import { measureSuite, readSuite } from '../../../src/bin/ranking/measure-suite.ts';
import { readJudgedFolder } from '../../../src/bin/ranking/read-judged-folder.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

function setUp() {
  const storage = createSqliteStorage({ path: ':memory:', clock: createFakeClock() });
  onTestFinished(() => storage.close());
  return {
    store: storage.documents,
    embedder: createFakeEmbedder(),
    cache: createSqliteEmbeddingCache(':memory:'),
    onProgress: () => undefined,
  };
}

describe('measuring ranking', () => {
  test('ranks the records of a judged folder in three ways', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'qrels'));
    const twin = 'A fever is a high temperature. Drink enough.';
    writeFileSync(
      join(folder, 'corpus.jsonl'),
      lines([
        { _id: 'a/1', title: 'Colds: "common"', text: 'A cold is caused by viruses.' },
        { _id: 'b 2', title: 'Fever', text: twin },
        { _id: 'c', title: 'Fever', text: twin },
      ]),
    );
    writeFileSync(
      join(folder, 'queries.jsonl'),
      lines([
        { _id: 'q1', text: 'what to do about a fever' },
        { _id: 'q2', text: 'never judged' },
        { _id: 'q3', text: 'virus of the common cold' },
      ]),
    );
    writeFileSync(
      join(folder, 'qrels', 'test.tsv'),
      'query-id\tcorpus-id\tscore\nq1\tb 2\t1\nq1\tc\t1\nq3\tc\t1\nq3\ta/1\t0\n',
    );
    const judged = await readJudgedFolder(folder, 'test');
    expect(judged.records.map(({ id }) => id)).toEqual(['a/1', 'b 2', 'c']);
    expect(judged.questions.map(({ id }) => id)).toEqual(['q1', 'q3']);
    const results = await measureFolder(judged, setUp());
    expect([...results.keys()]).toEqual(['words', 'vectors', 'fused']);
    // The first question finds both twins, the second only what is judged irrelevant.
    expect(results.get('words')).toEqual({ ndcg10: 0.5, recall10: 0.5, mrr10: 0.5 });
    expect(results.get('fused')!.recall10).toBeGreaterThanOrEqual(0.5);
  });

  test('counts the cases of a suite whose facts stand in the first three passages', async () => {
    const corpus = temporaryFolder();
    const suite = join(temporaryFolder(), 'suite.jsonl');
    writeFileSync(join(corpus, 'glossary.yaml'), '[]\n');
    writeFileSync(join(corpus, 'storage.md'), '# Storage\n\nCells are kept at **minus 196** degrees.\n');
    const one = (id: string, turn: string, required: string[][], more = {}) => ({
      id,
      turns: [turn],
      split: 'dev',
      expected: { outcome: 'answered' },
      facts: { required },
      ...more,
    });
    writeFileSync(
      suite,
      lines([
        one('there', 'how cold are cells kept', [['minus 196 degrees', '-196'], ['Cells']]),
        one('absent', 'how long are cells kept', [['ten years']]),
        one('hidden', 'cells', [['cells']], { split: 'test' }),
        one('follow-up', 'cells', [['cells']], { turns: ['cells', 'and then?'] }),
        one('unanswerable', 'cells', [['cells']], { expected: { outcome: 'abstained' } }),
      ]),
    );
    const cases = await readSuite(suite, 'dev');
    const results = await measureSuite(cases, corpus, { ...setUp(), embedder: null });
    expect(Object.fromEntries(results)).toEqual({ words: { found: 1, asked: 2, missed: ['absent'] } });
  });
});
