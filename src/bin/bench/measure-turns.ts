import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LocalEmbeddings } from '#knowledge/embedding/local-embeddings.ts';
import { benchFolder, openProduct, shortQuestions } from './bench-setup.ts';
import { residentMb, summarise, timeEach } from './summarise.ts';

// One process: whole turns of the product on a built folder, against the bare time to embed the same questions.

const [folder = '', seconds = '10', corpus = ''] = process.argv.slice(2);
const paths = benchFolder(folder);
const product = await openProduct(corpus === '' ? paths : { corpus, data: paths.data }, 1);
await product.updateIndex();
const encoder = new LocalEmbeddings({ workers: 1 });
const state = { levelReached: null, amberSigns: [], ownCaseOpen: false };

const turn = (message: string) =>
  product.assistant.respond({ message, locale: 'en', history: [], state }, async () => undefined, AbortSignal.any([]));
const embed = (text: string) => encoder.embed([text]);

await timeEach(shortQuestions(60, 3), turn);
await timeEach(shortQuestions(20, 4), embed);
const embedMs: number[] = [];
const turnMs: number[] = [];
// By turns, so that whatever else the machine does meets both alike.
for (const question of shortQuestions(300, 5)) {
  embedMs.push(...(await timeEach([question], embed)));
  turnMs.push(...(await timeEach([question], turn)));
}

/** Runs `count` at a time for so long; gives how many a second. */
async function rate(count: number, questions: string[], run: (question: string) => Promise<unknown>): Promise<number> {
  const end = performance.now() + Number(seconds) * 1_000;
  let done = 0;
  const started = performance.now();
  const work = async () => {
    while (performance.now() < end) {
      await run(questions.pop() ?? '');
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: count }, work));
  return (done * 1_000) / (performance.now() - started);
}

// Written before the clock runs: writing so many would block the loop that is measured.
const [toEmbed, toAnswer] = [shortQuestions(20_000, 6), shortQuestions(20_000, 7)];
const embeddingsPerSecond = await rate(4, toEmbed, embed);
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const turnsPerSecond = await rate(4, toAnswer, turn);
delay.disable();

process.stdout.write(
  JSON.stringify({
    embedMs: summarise(embedMs),
    turnMs: summarise(turnMs),
    ratio: summarise(turnMs).median / summarise(embedMs).median,
    embeddingsPerSecond,
    turnsPerSecond,
    // The monitor's own timer is in each value: a free loop shows its resolution, one millisecond.
    loopDelayMs: { p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 },
    memoryMb: residentMb(),
  }),
);
await product.close();
process.exit(0);
