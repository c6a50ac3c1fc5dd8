import { basename } from 'node:path';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';
import { createProgressLine } from './show-progress.ts';

const HELP = `
Usage: npm run bench:ranking -- FOLDER… [--split test] [--cache FILE] [--words-only]
       npm run bench:ranking -- --suite FILE… [--corpus corpus] [--split dev] [--cache FILE] [--words-only] [--missed]

Measures search alone, by words, by vectors and by both fused, through the product's own index.

FOLDER holds judged questions in the shape BEIR publishes: corpus.jsonl and queries.jsonl with _id, title and text, and
qrels/<split>.tsv with question, record and relevance. Every record becomes a document. Prints nDCG@10 (linear gain, as
trec_eval), recall@10 and MRR@10.

With --suite each FILE is one of evals/suites. Prints for how many questions of one turn the first three passages hold every
fact that is required; --missed names the others.

  --split       which judgements (test) or which part of a suite (dev)
  --cache       a file that keeps embeddings for the next run (none)
  --words-only  without the encoder
`;

async function measure(): Promise<void> {
  const { values, positionals } = parseCommand(HELP, {
    split: { type: 'string' },
    cache: { type: 'string' },
    corpus: { type: 'string' },
    suite: { type: 'boolean' },
    missed: { type: 'boolean' },
    'words-only': { type: 'boolean' },
  });
  if (positionals.length === 0) refuseUsage('A folder or file is needed.', HELP);
  const isSuite = values['suite'] === true;
  const split = String(values['split'] ?? (isSuite ? 'dev' : 'test'));
  // Loaded only now, so that help and usage answer at once.
  const [{ LocalEmbeddings }, { createSqliteEmbeddingCache }, { createSqliteStorage }, folders, suites, reading] =
    await Promise.all([
      import('#knowledge/embedding/local-embeddings.ts'),
      import('#storage/sqlite/embedding-cache.ts'),
      import('#storage/sqlite/create-sqlite-storage.ts'),
      import('./ranking/measure-folder.ts'),
      import('./ranking/measure-suite.ts'),
      import('./ranking/read-judged-folder.ts'),
    ]);
  const cache = createSqliteEmbeddingCache(String(values['cache'] ?? ':memory:'));
  const embedder = values['words-only'] === true ? null : new LocalEmbeddings({ workers: 1 });
  const progress = createProgressLine();
  const print = (...cells: readonly unknown[]) => process.stdout.write(`${cells.join('\t')}\n`);
  if (isSuite) print('suite', 'way', 'all facts in the first three', 'of');
  else print('folder', 'records', 'questions', 'way', 'nDCG@10', 'recall@10', 'MRR@10');
  try {
    for (const path of positionals) {
      const storage = createSqliteStorage({ path: ':memory:', clock: { now: () => new Date() } });
      const deps = { store: storage.documents, embedder, cache, onProgress: progress.show };
      if (isSuite) {
        const cases = await suites.readSuite(path, split);
        const results = await suites.measureSuite(cases, String(values['corpus'] ?? 'corpus'), deps);
        progress.end();
        for (const [way, { found, asked, missed }] of results) {
          print(basename(path), way, `${found} (${((100 * found) / asked).toFixed(1)}%)`, asked);
          if (values['missed'] === true) for (const id of missed) print('', id);
        }
      } else {
        const folder = await reading.readJudgedFolder(path, split);
        const results = await folders.measureFolder(folder, deps);
        progress.end();
        for (const [way, { ndcg10, recall10, mrr10 }] of results) {
          const figures = [ndcg10, recall10, mrr10].map((figure) => figure.toFixed(3));
          print(basename(path), folder.records.length, folder.questions.length, way, ...figures);
        }
      }
      storage.close();
    }
  } finally {
    await embedder?.close();
    await cache.close();
  }
}

measure().then(() => process.exit(EXIT.done), endWithFault);
