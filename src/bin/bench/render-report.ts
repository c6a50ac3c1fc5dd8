import type { BenchFigures, SizeFigures } from './figures.ts';
import { summarise } from './summarise.ts';

interface Pair {
  readonly median: number;
  readonly p95: number;
}

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
const pair = ({ median, p95 }: Pair): string => `${ms(median)} / ${ms(p95)}`;
const seconds = (value: number): string => (value / 1_000).toFixed(value < 10_000 ? 2 : 0);
const count = (value: number): string => value.toLocaleString('en-GB');
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const heading = (...cells: readonly string[]): string => `${row(...cells)}\n${row(...cells.map(() => '---'))}`;
const verdict = (value: number, limit: number, shown: string): string =>
  `${shown} ${value <= limit ? '(reached)' : '(not reached)'}`;

function retrieval({ index, langchain, orama }: SizeFigures): string {
  const { citewell, graph, exact } = index;
  const peer = (name: string, { buildMs, memoryMb, shortMs, postMs, recall }: SizeFigures['orama']) =>
    row(name, seconds(buildMs), memoryMb.toFixed(0), recall.toFixed(3), pair(shortMs), pair(postMs));
  return [
    `### ${count(index.vectors)} passages\n`,
    heading('', 'build, s', 'memory, MB', 'recall@10', 'question, ms', 'whole post, ms'),
    row(
      '**Citewell**, hybrid, with passages read',
      seconds(citewell.buildMs),
      citewell.memoryMb.toFixed(0),
      citewell.recall.toFixed(3),
      pair(citewell.shortMs),
      pair(citewell.postMs),
    ),
    row('of it, the graph alone', seconds(graph.buildMs), '', '', pair(graph.shortMs), pair(graph.postMs)),
    row('Exact scan of vectors', '0', exact.memoryMb.toFixed(0), '1', pair(exact.shortMs), pair(exact.postMs)),
    peer('LangChain MemoryVectorStore, vectors', langchain),
    peer('Orama, hybrid', orama),
  ].join('\n');
}

function turnRow(
  name: string,
  turns: SizeFigures['turns'],
  server: SizeFigures['server'],
  memoryLimit: number,
): string {
  const ready = summarise(server.readyMs).median;
  return row(
    name,
    pair(turns.embedMs),
    pair(turns.turnMs),
    verdict(turns.ratio, 1.2, `${turns.ratio.toFixed(2)}×`),
    turns.embeddingsPerSecond.toFixed(0),
    `${turns.turnsPerSecond.toFixed(0)} (${((100 * turns.turnsPerSecond) / turns.embeddingsPerSecond).toFixed(0)}%)`,
    verdict(turns.loopDelayMs.max, 20, `${turns.loopDelayMs.p99.toFixed(1)} / ${turns.loopDelayMs.max.toFixed(1)}`),
    verdict(ready, 2_000, seconds(ready)),
    verdict(server.residentAfterQuestionsMb, memoryLimit, server.residentAfterQuestionsMb.toFixed(0)),
  );
}

/** The tables, for the terminal and for `docs/bench.md`. */
export function renderReport(figures: BenchFigures): string {
  const { machine, encoder, guides, sizes } = figures;
  const header = heading(
    'corpus',
    'embedding, ms',
    'turn, ms',
    'ratio (≤ 1.2)',
    'embeddings/s',
    'turns/s (of it)',
    'loop delay p99 / max, ms (≤ 20)',
    'ready, s (≤ 2)',
    'resident, MB (≤ 350; 900 at 100,000)',
  );
  return `# Benchmark

Made by \`npm run bench${sizes.length < 3 ? ' -- --quick' : ''}\` on ${figures.measuredOn}: ${machine.cores} cores (${machine.processor}), ${machine.memoryGb} GB, Node ${machine.node};
load average ${machine.loadBefore.toFixed(1)} when it began (above ${machine.cores}, others used the machine and times are too long).
Two values are median / 95th percentile. Figures of \`bench/results.json\`; this page is generated.

## Retrieval, without embedding the question

Generated guides of about 35 words a passage, one piece each; 200 questions of about 10 words, 40 posts of about 150. Their
first ${count(Math.max(...sizes.map(({ index }) => index.embedding.texts)))} passages at most have vectors of their own; the rest get mixtures of these with the same mean and covariance. All get the
same vectors, so that building leaves embedding out. Each row is a process of its own and its memory all of that
process. Recall is of the vector search, against the exact scan.

${sizes.map(retrieval).join('\n\n')}

Target: ≤ 1 ms at 10,000 and ≤ 3 ms at 100,000 passages at the median, recall@10 ≥ .98.

## Turns and the server

A turn screens, retrieves 24 passages, composes and verifies; its question is new each time. Embedding and turns alternate.
Then four run at once for ten seconds, first embeddings, then turns: one encoder thread beside the main one. The server is
the built one, its index saved; resident after ${count(guides.server.questions)} questions over HTTP.

${header}
${turnRow('the guides', guides.turns, guides.server, 350)}
${sizes.map(({ index, turns, server }) => turnRow(count(index.vectors), turns, server, index.vectors > 50_000 ? 900 : 350)).join('\n')}

## The encoder

${heading('loading, ms', 'question, ms', 'piece of 35 words, ms', '70 words, ms', 'pieces/s, one thread', 'two threads', 'memory a thread, MB')}
${row(ms(encoder.loadMs), pair(encoder.questionMs), pair(encoder.pieceMs), pair(encoder.longMs), encoder.onOne.toFixed(0), encoder.onTwo.toFixed(0), encoder.memoryMb.toFixed(0))}
`;
}
