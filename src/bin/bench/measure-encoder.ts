import { createSeededRandom } from '#evaluation/statistics/seeded-random.ts';
import { LocalEmbeddings } from '#knowledge/embedding/local-embeddings.ts';
import { shortQuestions } from './bench-setup.ts';
import { writeSentence } from './medical-text.ts';
import { residentMb, summarise, timeEach } from './summarise.ts';

// One process: the encoder alone, through the worker threads that the product uses.

const random = createSeededRandom(9);
const write = (sentences: number) => Array.from({ length: sentences }, () => writeSentence(random)).join(' ');
const pieces = Array.from({ length: 200 }, () => write(2));
const long = Array.from({ length: 60 }, () => write(4));

const before = residentMb();
const started = performance.now();
const one = new LocalEmbeddings({ workers: 1 });
await one.embed(['ready']);
const loadMs = performance.now() - started;
const embed = (text: string) => one.embed([text]);
await timeEach(pieces.slice(0, 20), embed);
const questionMs = summarise(await timeEach(shortQuestions(200), embed));
const pieceMs = summarise(await timeEach(pieces, embed));
const longMs = summarise(await timeEach(long, embed));
const memoryMb = residentMb() - before;

async function piecesPerSecond(encoder: LocalEmbeddings): Promise<number> {
  const from = performance.now();
  await encoder.embed(pieces);
  return (pieces.length * 1_000) / (performance.now() - from);
}
const onOne = await piecesPerSecond(one);
await one.close();
const two = new LocalEmbeddings({ workers: 2 });
await two.embed(pieces);
const onTwo = await piecesPerSecond(two);
await two.close();
process.stdout.write(JSON.stringify({ loadMs, questionMs, pieceMs, longMs, memoryMb, onOne, onTwo }));
process.exit(0);
