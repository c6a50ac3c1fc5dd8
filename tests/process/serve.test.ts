import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversationExportSchema, conversationSchema } from '#wire/conversation.ts';
import { type Reply, replySchema } from '#wire/reply.ts';
import { welcomeSchema } from '#wire/welcome.ts';
import { readEvents } from '../support/http-read-events.ts';
import { writeClinic } from '../support/process-clinic.ts';
import { type Env, launchServer, type RunningServer, runCommand } from '../support/process-command.ts';
import { type EmbeddingsEndpoint, startEmbeddingsEndpoint } from '../support/process-embeddings.ts';

const slow = 60_000;
const canary = 'Zyxquorble';
const folder = mkdtempSync(join(tmpdir(), 'citewell-'));
const dataDir = join(folder, 'data');
const eventStream = { accept: 'text/event-stream' };

let embeddings: EmbeddingsEndpoint;
let env: Env;
let server: RunningServer;
/** Begun with the first server, and there to the last. */
let kept: Conversation;
const servers: RunningServer[] = [];

async function start(changes: Env = {}): Promise<RunningServer> {
  const started = await launchServer({ ...env, ...changes });
  servers.push(started);
  return started;
}

beforeAll(async () => {
  embeddings = await startEmbeddingsEndpoint();
  const corpus = writeClinic(join(folder, 'clinic'), { named: true });
  env = { CORPUS_DIR: corpus, DATA_DIR: dataDir, LOG_LEVEL: 'trace', ...embeddings.env };
});

afterAll(async () => {
  for (const { signal } of servers) signal('SIGKILL');
  await Promise.all(servers.map(({ ended }) => ended));
  await embeddings.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Conversation {
  readonly id: string;
  readonly bearer: Readonly<Record<string, string>>;
}

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => fetch(server.url + path, { headers });

const postText = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${server.url}/v1/chat`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

const post = (body: object, headers: Readonly<Record<string, string>> = {}) => postText(JSON.stringify(body), headers);

async function ask(message: string, { id, bearer }: Partial<Conversation> = {}): Promise<Reply> {
  const response = await post({ message, ...(id !== undefined && { conversationId: id }) }, bearer);
  expect(response.status).toBe(200);
  return replySchema.parse(await response.json());
}

async function begin(message: string): Promise<Conversation> {
  const { conversationId, conversationToken } = await ask(message);
  return { id: conversationId, bearer: { authorization: `Bearer ${conversationToken}` } };
}

async function history({ id, bearer }: Conversation) {
  const response = await get(`/v1/conversations/${id}`, bearer);
  expect(response.status).toBe(200);
  return conversationSchema.parse(await response.json());
}

/** A streamed turn that runs, and goes on running until it is released. */
async function runTurn(message: string, headers: Readonly<Record<string, string>> = {}) {
  const hold = embeddings.hold(message);
  const response = await post({ message }, { ...eventStream, ...headers });
  await hold.reached;
  return { hold, stream: response.text() };
}

describe.concurrent('a server', { timeout: slow }, () => {
  it.sequential('is alive at once, and ready when the documents are indexed', async () => {
    const hold = embeddings.hold('stitches');
    server = await start();
    await hold.reached;
    expect((await get('/healthz')).status).toBe(200);
    const early = await get('/readyz');
    expect(early.status).toBe(503);
    expect(await early.json()).toMatchObject({ done: expect.any(Number), total: expect.any(Number) });
    expect((await post({ message: 'How often is physiotherapy?' })).status).toBe(503);
    hold.release();
    await server.line('The documents are ready.');
    expect((await get('/readyz')).status).toBe(200);
  });

  it.sequential('keeps a secret of its own, which nobody else can read', () => {
    expect(statSync(join(dataDir, 'server-secret')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'citewell.db')).mode & 0o077).toBe(0);
  });

  it.sequential('serves the page, or says plainly how to build it', async () => {
    const isBuilt = existsSync(fileURLToPath(new URL('../../dist/web/index.html', import.meta.url)));
    const page = await get('/');
    expect(page.status).toBe(isBuilt ? 200 : 503);
    expect(await page.text()).toContain(isBuilt ? '<script' : 'npm run build');
  });

  it.sequential('speaks for the clinic whose documents it has', async () => {
    const text = await (await get('/v1/welcome')).text();
    const { organisation, suggestions } = welcomeSchema.parse(JSON.parse(text));
    expect(organisation.name).toBe('Riverside Knee Clinic');
    expect(suggestions).toContain('How often is physiotherapy?');
    const notices = await Promise.all(
      ['Who won the cup?', 'I want to talk to a person', 'I have chest pain', 'hello', 'Should I have surgery?'].map(
        (message) => ask(message),
      ),
    );
    expect(text + JSON.stringify(notices)).not.toMatch(/CancerFax|\bCIK\b/i);
  });

  it.sequential('answers as JSON, and as a stream that can be taken up again', async () => {
    kept = await begin('How long does knee replacement surgery take?');
    const { bearer, id } = kept;
    const response = await post(
      { message: 'How often is physiotherapy?', conversationId: id },
      { ...bearer, ...eventStream },
    );
    const events = readEvents(await response.text());
    expect(events.map(({ event }) => event)).toEqual(['turn', 'sentence', 'done']);
    const { turnId } = events[0]!.data;
    const resume = (last: string | null) =>
      get(`/v1/turns/${turnId}/events`, { ...bearer, ...(last !== null && { 'last-event-id': last }) });
    expect(readEvents(await (await resume(null)).text()).map((event) => event.id)).toEqual(
      events.map((event) => event.id),
    );
    expect(readEvents(await (await resume(events[1]!.id)).text())).toEqual([events[2]]);
    expect((await resume(events[2]!.id)).status).toBe(204);
  });

  it.sequential('shows, exports and erases a conversation', async () => {
    const conversation = await begin('How often is physiotherapy?');
    const { id, bearer } = conversation;
    expect((await history(conversation)).turns.map(({ status }) => status)).toEqual(['ended']);
    const exported = await get(`/v1/conversations/${id}/export`, bearer);
    expect(conversationExportSchema.parse(await exported.json()).organisation).toBe('Riverside Knee Clinic');
    const erased = await fetch(`${server.url}/v1/conversations/${id}`, { method: 'DELETE', headers: bearer });
    expect(erased.status).toBe(204);
    expect((await get(`/v1/conversations/${id}`, bearer)).status).toBe(410);
  });

  it.sequential('leaves a running turn alone when a command asks, or a second server starts, beside it', async () => {
    const { hold, stream } = await runTurn('When are the stitches removed after surgery?');
    const [asked, second] = await Promise.all([
      runCommand('ask', ['--json', 'How often is physiotherapy?'], env),
      runCommand('serve', [], { ...env, PORT: '0' }),
    ]);
    expect(asked.code).toBe(0);
    expect(replySchema.parse(JSON.parse(asked.stdout)).outcome).toBe('answered');
    expect(second.code).toBe(1);
    expect(second.stderr.trimEnd().split('\n').at(-1)).toMatch(
      /^Another server already uses .*citewell\.db \(process \d+, since 20/,
    );
    hold.release();
    expect(readEvents(await stream).at(-1)).toMatchObject({ event: 'done', data: { recorded: true } });
  });

  it.sequential('writes no word of a patient anywhere', async () => {
    const bodies = [
      JSON.stringify({ message: `What does ${canary} do to knees?` }),
      JSON.stringify({ message: `I have chest pain and cannot breathe, ${canary}` }),
      JSON.stringify({ message: `I have chest pain ${canary}. ${'Please help. '.repeat(400)}` }),
      JSON.stringify({ message: `${canary} `.repeat(1000) }),
      JSON.stringify({ message: canary, [canary]: canary }),
      JSON.stringify({ message: canary, conversationId: canary, locale: canary }),
      `{"message":"${canary}`,
      `{"message":"${canary}${'x'.repeat(70_000)}"}`,
    ];
    const statuses = [];
    for (const body of bodies) statuses.push((await postText(body)).status);
    expect(statuses).toEqual([200, 200, 200, 422, 422, 422, 400, 413]);
    expect((await postText(`{"message":"${canary}"}`, { authorization: `Bearer ${canary}` })).status).toBe(200);
    expect((await postText(canary, { 'content-type': `text/${canary}` })).status).toBe(415);
    expect((await get(`/v1/${canary}?q=${canary}`)).status).toBe(404);
    const { hold, stream } = await runTurn(`How long is ${canary} surgery?`);
    hold.release();
    await stream;
    await get('/healthz');
    await server.line('"route":"/healthz"');
    expect(server.written().toLowerCase()).not.toContain(canary.toLowerCase());
  });

  it.sequential('told to stop, ends the turn that runs, then itself', async () => {
    const { hold, stream } = await runTurn('For how many weeks are crutches used?');
    const began = performance.now();
    server.signal('SIGTERM');
    await server.line('"msg":"stopping"');
    await expect(get('/healthz')).rejects.toThrow();
    hold.release();
    expect(readEvents(await stream).at(-1)).toMatchObject({ event: 'done', data: { recorded: true } });
    const { code, stdout, stderr } = await server.ended;
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(performance.now() - began).toBeLessThan(25_000);
    expect(stderr.toLowerCase()).not.toContain(canary.toLowerCase());
  });

  it.sequential('started again, knows its conversations and their tokens', async () => {
    server = await start();
    await server.line('The documents are ready.');
    expect((await history(kept)).turns.map(({ status }) => status)).toEqual(['ended', 'ended']);
    expect((await ask('How often is physiotherapy?', kept)).outcome).toBe('answered');
  });

  it.sequential('killed in the middle of a turn, ends it with an error at the next start, and its conversation goes on', async () => {
    const hold = embeddings.hold('How many times a week is physiotherapy?');
    const body = { message: 'How many times a week is physiotherapy?', conversationId: kept.id };
    const cut = post(body, { ...kept.bearer, ...eventStream }).then((response) => response.text());
    await hold.reached;
    server.signal('SIGKILL');
    await expect(cut).rejects.toThrow();
    expect((await server.ended).code).toBeNull();
    hold.release();

    server = await start();
    await server.line('The documents are ready.');
    const { turnId, status } = (await history(kept)).turns.at(-1)!;
    expect(status).toBe('failed');
    const events = readEvents(await (await get(`/v1/turns/${turnId}/events`, kept.bearer)).text());
    expect(events.map(({ event }) => event)).toEqual(['turn', 'error']);
    expect((await ask('How many times a week is physiotherapy?', kept)).outcome).toBe('answered');
  });
});

describe.concurrent('a server that is not ready yet', { timeout: slow }, () => {
  it.sequential('told to stop while it still reads the documents, ends in order', async () => {
    const own = await startEmbeddingsEndpoint();
    const { reached } = own.hold('stitches');
    const early = await start({ ...own.env, DATA_DIR: join(folder, 'early') });
    await reached;
    early.signal('SIGTERM');
    const { code, stderr } = await early.ended;
    await own.close();
    expect(code).toBe(0);
    expect(stderr.trimEnd().split('\n').at(-1)).toContain('"msg":"stopping"');
  });
});
