import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalEmbeddings } from '#knowledge/embedding/local-embeddings.ts';
import { createHnswBuilder } from '#knowledge/vectors/hnsw-index.ts';
import { createBenchEmbedder } from './bench-embedder.ts';
import { benchFolder, openProduct, shortQuestions, wholePosts } from './bench-setup.ts';
import { recallOf, scanExactly } from './exact-scan.ts';
import { residentMb, summarise, timeEach } from './summarise.ts';
import { writeCorpus } from './write-corpus.ts';

// One process a size: builds the product's index, searches it, and leaves texts, vectors and truth for the peers.

const [folder = '', size = '', corpusFrom = '', real = ''] = process.argv.slice(2);
const k = 10;
const most = Number(real);
const paths = benchFolder(folder);
mkdirSync(paths.exchange, { recursive: true });
writeCorpus(paths.corpus, Number(size), corpusFrom);

const embedder = createBenchEmbedder(new LocalEmbeddings({ workers: 2 }), most);
const short = shortQuestions(200);
const posts = wholePosts(40);
const product = await openProduct(paths, 1, embedder);
const started = performance.now();
await product.updateIndex();
const buildMs = performance.now() - started - embedder.spentMs();
await embedder.prepare([...short, ...posts]);

const search = (question: string) => product.knowledge.search(question, { k });
await timeEach(short.slice(0, 50), search);
const shortMs = summarise(await timeEach(short, search));
const postMs = summarise(await timeEach(posts, search));
const memoryMb = residentMb();

const dimensions = await embedder.dimensions();
const flat = new Float32Array(embedder.vectors.length * dimensions);
for (const [at, vector] of embedder.vectors.entries()) flat.set(vector, at * dimensions);
const queries = await Promise.all(
  [...short, ...posts].map(async (text) => (await embedder.embed([text]))[0] ?? new Float32Array()),
);

const truth: number[][] = [];
const exactMs = await timeEach(queries, (query) => truth.push(scanExactly(flat, dimensions, query, k)));
const builder = createHnswBuilder(dimensions);
const graphStarted = performance.now();
await builder.add(embedder.vectors);
const graphMs = performance.now() - graphStarted;
const graph = builder.finish();
const found: number[][] = [];
for (const query of queries.slice(0, 50)) graph.search(query, k);
const graphSearchMs = await timeEach(queries, (query) => found.push(graph.search(query, k).map(({ item }) => item)));

const data = {
  k,
  dimensions,
  texts: embedder.texts,
  short,
  posts,
  truth,
};
writeFileSync(join(paths.exchange, 'data.json'), JSON.stringify(data));
writeFileSync(join(paths.exchange, 'vectors.bin'), flat);
writeFileSync(join(paths.exchange, 'queries.bin'), Float32Array.from(queries.flatMap((query) => [...query])));
const shorts = short.length;
process.stdout.write(
  JSON.stringify({
    passages: product.knowledge.readiness().total,
    vectors: embedder.vectors.length,
    embedding: { texts: Math.min(most, embedder.vectors.length), ms: embedder.spentMs() },
    citewell: { buildMs, memoryMb, shortMs, postMs, recall: recallOf(found, truth) },
    graph: {
      buildMs: graphMs,
      shortMs: summarise(graphSearchMs.slice(0, shorts)),
      postMs: summarise(graphSearchMs.slice(shorts)),
    },
    exact: {
      shortMs: summarise(exactMs.slice(0, shorts)),
      postMs: summarise(exactMs.slice(shorts)),
      memoryMb: flat.byteLength / 1e6,
    },
  }),
);
await product.close();
process.exit(0);
