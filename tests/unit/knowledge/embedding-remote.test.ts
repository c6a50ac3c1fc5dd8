import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createRemoteEmbedder } from '#knowledge/embedding/remote-embeddings.ts';

const apiKey = 'sk-very-secret-0123456789';

type Reply = (input: string[], response: ServerResponse, request: IncomingMessage) => void;

function send(response: ServerResponse, vectors: unknown[]): void {
  response.setHeader('content-type', 'application/json');
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
  response.end(JSON.stringify({ object: 'list', model: 'm', data, usage: { prompt_tokens: 1, total_tokens: 1 } }));
}

const good: Reply = (input, response) =>
  send(
    response,
    input.map((text) => [text.length, 1, 0]),
  );

function refuse(status: number, message: string): Reply {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' });
    response.end(JSON.stringify({ error: { message, type: 'error', code: null } }));
  };
}

/** An endpoint that gives the scripted replies in turn, and the last one from then on. */
async function endpoint(...replies: Reply[]) {
  const requests: Array<{ input: string[]; authorization: string | undefined; format: unknown }> = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const reply = replies[Math.min(requests.length, replies.length - 1)] ?? good;
      requests.push({ input: body.input, authorization: request.headers.authorization, format: body.encoding_format });
      reply(body.input, response, request);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const embedder = createRemoteEmbedder({ model: 'tiny', baseUrl, apiKey, timeoutMs: 300, maxRetries: 1, maxBatch: 2 });
  return { embedder, requests, baseUrl };
}

async function failureOf(work: Promise<unknown>): Promise<Error> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('It did not fail.');
  return error;
}

describe('embedding through an endpoint', () => {
  test('gives unit vectors in order, in batches, and learns the dimensions', async () => {
    const { embedder, requests } = await endpoint(good);
    const vectors = await embedder.embed(['a', 'bb', 'ccc']);
    expect(vectors.map((vector) => Math.round((vector[0] ?? 0) / (vector[1] ?? 1)))).toEqual([1, 2, 3]);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(requests.map(({ input }) => input.length).sort()).toEqual([1, 2]);
    expect(requests[0]).toMatchObject({ authorization: `Bearer ${apiKey}`, format: 'float' });
    expect(await embedder.dimensions()).toBe(3);
    expect(requests).toHaveLength(2);
  });

  test('asks for the dimensions when it has seen no vector', async () => {
    const { embedder } = await endpoint(good);
    expect(await embedder.dimensions()).toBe(3);
  });

  test('is named by model and endpoint, without the host', async () => {
    const { embedder, baseUrl } = await endpoint(good);
    expect(embedder.identity).toMatch(/^tiny@[0-9a-f]{12}$/);
    const settings = { model: 'tiny', apiKey, timeoutMs: 1, maxRetries: 0, maxBatch: 1 };
    expect(createRemoteEmbedder({ ...settings, baseUrl: `${baseUrl}/` }).identity).toBe(embedder.identity);
    expect(createRemoteEmbedder({ ...settings, baseUrl: null }).identity).not.toBe(embedder.identity);
  });

  test('tries again after 429 and 500', async () => {
    for (const status of [429, 500]) {
      const { embedder, requests } = await endpoint(refuse(status, 'slow down'), good);
      expect(await embedder.embed(['a'])).toHaveLength(1);
      expect(requests).toHaveLength(2);
    }
  });

  test('gives up after the allowed number of attempts', async () => {
    const { embedder, requests } = await endpoint(refuse(503, 'no'));
    expect((await failureOf(embedder.embed(['a']))).message).toBe('The embedding endpoint answered 503.');
    expect(requests).toHaveLength(2);
  });

  test('does not repeat a refused key, and never says it', async () => {
    const { embedder, requests } = await endpoint(refuse(401, `Incorrect API key provided: ${apiKey}.`));
    const error = await failureOf(embedder.embed(['a']));
    expect(error.message).toBe('The embedding endpoint answered 401.');
    expect(requests).toHaveLength(1);
    const cause = error.cause as Error;
    expect(cause.message).toContain('Incorrect API key provided: [key]');
    expect(`${error.stack} ${cause.stack} ${JSON.stringify(cause)}`).not.toContain('very-secret');
  });

  test('gives up on an endpoint that does not answer in time', async () => {
    const { embedder, requests } = await endpoint(() => undefined);
    expect((await failureOf(embedder.embed(['a']))).message).toBe('The embedding endpoint did not answer in time.');
    expect(requests).toHaveLength(2);
  });

  test.each<[string, unknown[], string]>([
    [
      'of different lengths',
      [
        [1, 2, 3],
        [1, 2],
      ],
      'dimensions',
    ],
    [
      'of zeros',
      [
        [0, 0, 0],
        [1, 0, 0],
      ],
      'zeros',
    ],
    [
      'with what is no number',
      [
        [null, 'x', 1],
        [1, 0, 0],
      ],
      'not a number',
    ],
    ['without numbers', [[], []], 'empty'],
  ])('refuses vectors %s', async (_, vectors, problem) => {
    const { embedder } = await endpoint((_input, response) => send(response, vectors));
    expect((await failureOf(embedder.embed(['a', 'b']))).message).toContain(problem);
  });

  test('refuses fewer vectors than texts', async () => {
    const { embedder } = await endpoint((_input, response) => send(response, [[1, 0, 0]]));
    expect((await failureOf(embedder.embed(['a', 'b']))).message).toMatch(/reply that is not one|fewer/);
  });

  test('refuses another number of dimensions than before', async () => {
    const { embedder } = await endpoint(good, (_input, response) => send(response, [[1, 2]]));
    await embedder.embed(['a']);
    expect((await failureOf(embedder.embed(['b']))).message).toContain('2 dimensions where 3 were expected');
  });

  test('stops when cancelled or closed', async () => {
    const { embedder } = await endpoint(() => undefined);
    const stop = new AbortController();
    const running = embedder.embed(['a'], stop.signal);
    setTimeout(() => stop.abort(new Error('gone')), 30);
    await expect(running).rejects.toThrow('gone');
    await embedder.close();
    await expect(embedder.embed(['a'])).rejects.toThrow('closed');
  });

  test('asks nothing for nothing', async () => {
    const { embedder, requests } = await endpoint(good);
    expect(await embedder.embed([])).toEqual([]);
    expect(requests).toHaveLength(0);
  });
});
