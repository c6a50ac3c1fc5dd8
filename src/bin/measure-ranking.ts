import { basename } from 'node:path';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';
import { createProgressLine } from './show-progress.ts';

const HELP = `
Usage: npm run bench:ranking -- FOLDER… [--split test] [--cache FILE] [--words-only]

Measures retrieval on folders of judged questions in the shape BEIR publishes: corpus.jsonl and queries.jsonl with _id, title
and text, and qrels/<split>.tsv with question, record and relevance. Every record becomes a document; every question goes
through the product's own index and search. Prints nDCG@10 (linear gain, as trec_eval), recall@10 and MRR@10 by words alone,
by vectors alone and fused.

  --split       which judgements to use (test)
  --cache       a file that keeps embeddings for the next run (none)
  --words-only  without the encoder
`;

async function measure(): Promise<void> {
  const { values, positionals } = parseCommand(HELP, {
    split: { type: 'string' },
    cache: { type: 'string' },
    'words-only': { type: 'boolean' },
  });
  if (positionals.length === 0) refuseUsage('A folder is needed.', HELP);
  const [{ measureFolder }, { readJudgedFolder }, { LocalEmbeddings }, { createSqliteEmbeddingCache }] =
    await Promise.all([
      import('./ranking/measure-folder.ts'),
      import('./ranking/read-judged-folder.ts'),
      import('#knowledge/embedding/local-embeddings.ts'),
      import('#storage/sqlite/embedding-cache.ts'),
    ]);
  const cache = createSqliteEmbeddingCache(String(values['cache'] ?? ':memory:'));
  const embedder = values['words-only'] === true ? null : new LocalEmbeddings({ workers: 1 });
  const progress = createProgressLine();
  process.stdout.write('folder\trecords\tquestions\tway\tnDCG@10\trecall@10\tMRR@10\n');
  try {
    for (const path of positionals) {
      const folder = await readJudgedFolder(path, String(values['split'] ?? 'test'));
      const results = await measureFolder(folder, { embedder, cache, onProgress: progress.show });
      progress.end();
      for (const [way, { ndcg10, recall10, mrr10 }] of results) {
        const figures = [ndcg10, recall10, mrr10].map((figure) => figure.toFixed(3));
        const row = [basename(path), folder.records.length, folder.questions.length, way, ...figures];
        process.stdout.write(`${row.join('\t')}\n`);
      }
    }
  } finally {
    await embedder?.close();
    await cache.close();
  }
}

measure().then(() => process.exit(EXIT.done), endWithFault);
