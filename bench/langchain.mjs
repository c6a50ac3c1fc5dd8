import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { Document } from '@langchain/core/documents';
import { measure, readExchange, residentMb } from './read-exchange.mjs';

const exchange = readExchange(process.argv[2]);
const { k, texts, vectors } = exchange;
const before = residentMb();
const started = performance.now();
const noEmbeddings = { embedDocuments: async () => [], embedQuery: async () => [] };
const store = new MemoryVectorStore(noEmbeddings);
await store.addVectors(
  vectors,
  texts.map((pageContent, number) => new Document({ pageContent, metadata: { number } })),
);
const buildMs = performance.now() - started;
const memoryMb = residentMb();
const limit = texts.length > 20_000 ? 50 : Number.POSITIVE_INFINITY;
const measured = await measure(
  exchange,
  async (query) => (await store.similaritySearchVectorWithScore(query, k)).map(([{ metadata }]) => metadata.number),
  limit,
);
process.stdout.write(JSON.stringify({ buildMs, memoryMb, addedMb: memoryMb - before, ...measured }));
