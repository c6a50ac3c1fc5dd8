import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Embedder } from '#domain/ports.ts';
import { openKnowledge } from './open-knowledge.ts';

/** Run by hand (`npm run stress:ingest`): ingests many short documents and says how long each stage took and what memory. */
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    words: { type: 'boolean', default: false },
    sections: { type: 'string', default: '2' },
    once: { type: 'boolean', default: false },
  },
});
const documentCount = Number(values.documents);
const folder = mkdtempSync(join(tmpdir(), 'citewell-'));
const folders = { corpusDir: join(folder, 'corpus'), dataDir: join(folder, 'data') };
const say = (line: string) => void process.stdout.write(`${line}\n`);
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);

/** A generator of Park and Miller (1988): the same documents each time. */
let seed = 20_260_601;
const random = (below: number) => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % below;
};

const syllables = 'ka lo mi ne ru sta vi po dra fen gul hox jin wer yab zel tor nim qua pli'.split(' ');
const vocabulary = Array.from({ length: 20_000 }, () =>
  Array.from({ length: 2 + random(3) }, () => syllables[random(20)]).join(''),
);
/** Few words are frequent and most are rare, as in any language. */
const word = () => vocabulary[Math.floor(vocabulary.length ** (random(1_000_000) / 1_000_000))] ?? 'word';
const sentence = (length: number) => `The ${Array.from({ length }, word).join(' ')} is ${random(1_000)} days.`;

function writeDocument(at: number): void {
  const sections = Array.from(
    { length: Number(values.sections) },
    (_, section) => `## ${word()} ${section}\n\n${sentence(14)} ${sentence(14)}\n`,
  );
  const path = join(folders.corpusDir, String(Math.floor(at / 1_000)));
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, `${at}.md`), `# ${word()} ${word()} ${at}\n\n${sections.join('\n')}`);
}

/** Each word adds to one of 64 places: as cheap as an embedder can be. */
const cheap: Embedder = {
  identity: 'cheap@1',
  dimensions: async () => 64,
  close: async () => undefined,
  embed: async (texts) =>
    texts.map((text) => {
      const vector = new Float32Array(64).fill(0.01);
      for (const term of text.split(' ')) {
        let hash = 2_166_136_261;
        for (let at = 0; at < term.length; at += 1) hash = Math.imul(hash ^ term.charCodeAt(at), 16_777_619);
        vector[hash & 63] = (vector[hash & 63] ?? 0) + 1;
      }
      const length = Math.hypot(...vector);
      return vector.map((value) => value / length);
    }),
};

async function ingest(label: string): Promise<void> {
  const { knowledge, close } = openKnowledge({ ...folders, embedder: values.words ? null : cheap });
  const marks: Array<{ stage: string; atMs: number; rss: number; peak: number; done: number }> = [];
  const startedAt = performance.now();
  const cpuAt = process.cpuUsage();
  const timer = setInterval(() => {
    const last = marks.at(-1);
    if (last !== undefined) last.peak = Math.max(last.peak, process.memoryUsage.rss());
  }, 50);
  const note = (stage: string, done: number) => {
    const last = marks.at(-1);
    const rss = process.memoryUsage.rss();
    // Ten lines a stage.
    if (last?.stage === stage && done < last.done + documentCount / 10) return;
    marks.push({ stage, atMs: performance.now() - startedAt, rss, peak: rss, done });
  };
  note('start', 0);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const report = await knowledge.ingest([], ({ stage, done, total }) => {
    note(stage, done);
    if (stage === 'embedding' && done === total) note('saving', done);
  });
  note('ready', documentCount);
  delay.disable();
  const { user, system } = process.cpuUsage(cpuAt);
  clearInterval(timer);
  say(`\n${label}: ${JSON.stringify({ ...report, failures: report.failures.length })}`);
  for (const { stage, atMs, rss, peak, done } of marks) {
    say(
      `${stage.padEnd(10)} ${String(done).padStart(7)}  ${(atMs / 1_000).toFixed(1).padStart(7)} s  ${megabytes(rss)} MB, then at most ${megabytes(peak)} MB`,
    );
  }
  say(`processor time ${((user + system) / 1e6).toFixed(1)} s`);
  say(`longest stall of the event loop: ${Math.round(delay.max / 1e6)} ms`);
  const times: number[] = [];
  for (let at = 0; at < 200; at += 1) {
    const query = `${word()} ${word()} ${word()} ${word()}`;
    const began = performance.now();
    await knowledge.search(query, { k: 10 });
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  say(`a search: ${times[100]?.toFixed(2)} ms at the median; resident ${megabytes(process.memoryUsage.rss())} MB`);
  await close();
}

async function open(): Promise<void> {
  const began = performance.now();
  const { knowledge, close } = openKnowledge({ ...folders, embedder: values.words ? null : cheap });
  await knowledge.refresh();
  say(`\nopened in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  await close();
}

try {
  mkdirSync(folders.dataDir, { recursive: true });
  for (let at = 0; at < documentCount; at += 1) writeDocument(at);
  say(`${documentCount} documents, ${values.words ? 'words only' : 'words and vectors'}`);
  await ingest('first');
  if (!values.once) {
    await ingest('unchanged');
    writeDocument(7);
    await ingest('one changed');
  }
  await open();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
