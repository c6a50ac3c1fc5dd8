import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replySchema } from '#wire/reply.ts';
import { searchReplySchema } from '#wire/search.ts';
import { welcomeSchema } from '#wire/welcome.ts';
import { writeClinic } from '../support/process-clinic.ts';
import { type Env, launchCommand, launchServer, type RunningServer, runCommand } from '../support/process-command.ts';
import { type EmbeddingsEndpoint, startEmbeddingsEndpoint } from '../support/process-embeddings.ts';

const slow = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'citewell-'));
const dataDir = join(folder, 'data');
const corpus = writeClinic(join(folder, 'clinic'), { named: true });
const sutures = `# Sutures

## Why is my wound itching?

An itching wound heals. Blue zirconium thread dissolves by itself in 90 days.
`;

let embeddings: EmbeddingsEndpoint;
let env: Env;
let server: RunningServer;

beforeAll(async () => {
  embeddings = await startEmbeddingsEndpoint();
  env = { CORPUS_DIR: corpus, DATA_DIR: dataDir, LOG_LEVEL: 'info', ...embeddings.env };
});

afterAll(async () => {
  server.signal('SIGKILL');
  await server.ended;
  await embeddings.close();
  rmSync(folder, { recursive: true, force: true });
});

const post = (path: string, body: object) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function search(query: string) {
  const response = await post('/v1/search', { query, k: 100 });
  expect(response.status).toBe(200);
  return searchReplySchema.parse(await response.json()).results;
}

const textsFor = async (query: string) => (await search(query)).map(({ text }) => text).join('\n');
/** Texts of documents that were embedded after the first `from`: no question, and not what an embedder's size is learnt from. */
const documentTexts = (from: number) => embeddings.texts.slice(from).filter((text) => /[.?!]$/.test(text));

const statusOf = async (path: string) => (await fetch(server.url + path)).status;

async function suggestions(): Promise<readonly string[]> {
  return welcomeSchema.parse(await (await fetch(`${server.url}/v1/welcome`)).json()).suggestions;
}

describe.concurrent('while documents are changed by another process', { timeout: slow }, () => {
  it.sequential('and none is indexed yet, a server says how far it is, and a red flag gets its card', async () => {
    const hold = embeddings.hold('stitches');
    server = await launchServer(env);
    await hold.reached;
    const early = await fetch(`${server.url}/readyz`);
    expect(early.status).toBe(503);
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0);
    const progress = (await early.json()) as { done: number; total: number; etaSeconds: number | null };
    expect(progress.total).toBe(5);
    expect(progress.done).toBeLessThan(progress.total);
    const asked = await post('/v1/chat', { message: 'How often is physiotherapy?' });
    expect(asked.status).toBe(503);
    const flagged = await post('/v1/chat', { message: 'I have chest pain and cannot breathe' });
    expect(replySchema.parse(await flagged.json())).toMatchObject({
      outcome: 'escalated',
      level: 'emergency',
      recorded: true,
      handoff: { urgent: true },
    });
    hold.release();
    await server.line('The documents are ready.');
    expect(await statusOf('/readyz')).toBe(200);
  });

  it.sequential('a server answers from the old ones, and from the new at the first search after `ingest` returned', async () => {
    const [passage] = await search('stitches removed after knee surgery');
    expect(passage?.documentId).toBe('after');
    rmSync(join(corpus, 'after.txt'));
    writeFileSync(join(corpus, 'sutures.md'), sutures);
    const hold = embeddings.hold('zirconium');
    const ingest = launchCommand('ingest', [], env);
    await hold.reached;
    expect(await textsFor('stitches')).toContain('stitches are removed 14 days');
    expect(await textsFor('blue thread dissolves')).not.toContain('zirconium');
    expect(await statusOf('/v1/documents/after')).toBe(200);
    expect(await statusOf('/v1/documents/sutures')).toBe(404);
    const waiting = await runCommand('ingest', ['--wait', '0'], env);
    expect(waiting.code).toBe(1);
    expect(waiting.stderr).toMatch(/^Another process updates the documents \(process \d+, since 20.*\)\./m);
    const beside = await runCommand('search', ['stitches'], env);
    expect(beside.code).toBe(0);
    expect(beside.stdout).toContain('stitches are removed 14 days');
    expect(beside.stderr).toContain('The documents in force until now are used.');
    hold.release();
    expect((await ingest.ended).stdout).toBe('1 added, 0 updated, 2 unchanged, 1 withdrawn, 0 failed\n');

    const texts = await textsFor('stitches removed zirconium thread');
    expect(texts).toContain('Blue zirconium thread');
    expect(texts).not.toContain('stitches are removed');
    expect(await statusOf('/v1/documents/after')).toBe(410);
    expect(await statusOf(`/v1/passages/${passage?.passageId}`)).toBe(410);
    expect(await statusOf('/readyz')).toBe(200);
  });

  it.sequential('a server takes them up within seconds though nobody asks, its suggestions too', async () => {
    writeFileSync(join(corpus, 'organisation.yaml'), 'name: Riverside\n');
    writeFileSync(
      join(corpus, 'pain.md'),
      '# Pain\n\n## Which painkiller is given at night?\n\nThe night painkiller is paracetamol 1 g.\n',
    );
    expect((await runCommand('ingest', [], env)).code).toBe(0);
    await server.line('Another index is in use.');
    for (let tries = 0; tries < 50 && !(await suggestions()).join().includes('painkiller'); tries += 1) await wait(100);
    expect(await textsFor('night painkiller')).toContain('paracetamol 1 g');
  });

  it.sequential('a killed ingest embeds again only what was not written down, and leaves what was', async () => {
    const sections = Array.from(
      { length: 150 },
      (_, at) => `## Bed ${at}\n\nBed number ${at} stands in ward W${at * 7}.`,
    );
    writeFileSync(join(corpus, 'beds.md'), `# Beds\n\n${sections.join('\n\n')}\n`);
    const before = embeddings.texts.length;
    const hold = embeddings.hold('number 100 ');
    const killed = launchCommand('ingest', [], env);
    await hold.reached;
    killed.signal('SIGKILL');
    await killed.ended;
    expect(await textsFor('bed number')).not.toContain('Bed number');
    hold.release();
    expect((await runCommand('ingest', [], env)).code).toBe(0);
    expect(await textsFor('bed number')).toContain('Bed number');
    const texts = embeddings.texts.slice(before).filter((text) => text.startsWith('Bed number'));
    expect(new Set(texts).size).toBe(150);
    // What was on its way when it was killed may be paid for twice: one batch.
    expect(texts.length - 150).toBeLessThanOrEqual(32);

    const paid = embeddings.texts.length;
    writeFileSync(join(corpus, 'one-more.md'), '# One more\n\nA single sentence about geraniums.\n');
    expect((await runCommand('ingest', [], env)).code).toBe(0);
    expect(documentTexts(paid)).toEqual(['A single sentence about geraniums.']);
    rmSync(join(dataDir, 'index'), { recursive: true });
    const repaid = embeddings.texts.length;
    expect((await runCommand('ingest', [], env)).stdout).toContain('0 added, 0 updated');
    expect(documentTexts(repaid)).toEqual([]);
    expect(readdirSync(join(dataDir, 'index'))).toHaveLength(1);
  });
});
