import { create, insertMultiple, search } from '@orama/orama';
import { measure, readExchange, residentMb } from './read-exchange.mjs';

const exchange = readExchange(process.argv[2]);
const { k, texts, vectors } = exchange;
const before = residentMb();
const started = performance.now();
const database = create({ schema: { number: 'number', text: 'string', embedding: `vector[${vectors[0].length}]` } });
const documents = texts.map((text, number) => ({ number, text, embedding: vectors[number] }));
await insertMultiple(database, documents, 500);
const buildMs = performance.now() - started;
const memoryMb = residentMb();
const limit = texts.length > 20_000 ? 25 : Number.POSITIVE_INFINITY;
// Every vector may be found: by default nothing below a cosine of 0.8 is.
const common = { limit: k, similarity: -1, includeVectors: false };
const numbersOf = ({ hits }) => hits.map(({ document }) => document.number);
const { shortMs, postMs } = await measure(
  exchange,
  async (value, term) =>
    numbersOf(
      await search(database, {
        ...common,
        mode: 'hybrid',
        term,
        properties: ['text'],
        vector: { value, property: 'embedding' },
      }),
    ),
  limit,
);
const { recall } = await measure(
  exchange,
  async (value) =>
    numbersOf(await search(database, { ...common, mode: 'vector', vector: { value, property: 'embedding' } })),
  Math.min(limit, 50),
);
process.stdout.write(JSON.stringify({ buildMs, memoryMb, addedMb: memoryMb - before, shortMs, postMs, recall }));
