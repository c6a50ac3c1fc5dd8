import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the product's process left: texts and their vectors, questions and theirs, and the true neighbours. */
export function readExchange(folder) {
  const { k, dimensions, texts, short, posts, truth } = JSON.parse(readFileSync(join(folder, 'data.json'), 'utf8'));
  const rowsOf = (file) => {
    const bytes = readFileSync(join(folder, file));
    const floats = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    return Array.from({ length: floats.length / dimensions }, (_, row) =>
      Array.from(floats.subarray(row * dimensions, (row + 1) * dimensions)),
    );
  };
  return {
    k,
    texts,
    truth,
    vectors: rowsOf('vectors.bin'),
    questions: [...short, ...posts],
    queries: rowsOf('queries.bin'),
    short: short.length,
  };
}

/** Milliseconds of each search, and the share of the true neighbours that were found. */
export async function measure({ queries, questions, short, truth }, search, limit = queries.length) {
  const times = [];
  let hits = 0;
  let all = 0;
  // The last ones are whole posts: both kinds are measured, however few there is time for.
  const some = [...queries.keys()].filter((at) => at < limit || (at >= short && at < short + limit / 5));
  for (const at of some.slice(0, 3)) await search(queries[at], questions[at]);
  for (const at of some) {
    const started = performance.now();
    const found = new Set(await search(queries[at], questions[at]));
    times.push({ ms: performance.now() - started, isShort: at < short });
    hits += truth[at].filter((item) => found.has(item)).length;
    all += truth[at].length;
  }
  const summary = (list) => {
    const sorted = list.map(({ ms }) => ms).sort((a, b) => a - b);
    return { median: sorted[Math.floor(sorted.length / 2)], p95: sorted[Math.floor(sorted.length * 0.95)] };
  };
  return {
    shortMs: summary(times.filter(({ isShort }) => isShort)),
    postMs: summary(times.filter(({ isShort }) => !isShort)),
    recall: hits / all,
  };
}

export const residentMb = () => process.memoryUsage().rss / 1e6;
