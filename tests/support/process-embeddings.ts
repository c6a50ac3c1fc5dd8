import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const requestSchema = z.object({ input: z.array(z.string()) });
const dimensions = 64;

/** An endpoint that embeds on this machine, and can be made to wait: so a turn, or a start, lasts as long as a test needs. */
export interface EmbeddingsEndpoint {
  /** The settings that make a command use it. */
  readonly env: Readonly<Record<string, string>>;
  /** Every text that was embedded, in order. */
  readonly texts: readonly string[];
  /** From now on requests with a text that holds `words` wait. */
  hold(words: string): Hold;
  close(): Promise<void>;
}

export interface Hold {
  /** Resolves when a request waits. */
  readonly reached: Promise<void>;
  release(): void;
}

interface Gate extends Hold {
  readonly words: string;
  readonly released: Promise<void>;
  markReached(): void;
}

export async function startEmbeddingsEndpoint(): Promise<EmbeddingsEndpoint> {
  let gates: Gate[] = [];
  const texts: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { input } = requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    const gate = gates.find(({ words }) => input.some((text) => text.includes(words)));
    gate?.markReached();
    await gate?.released;
    texts.push(...input);
    const data = input.map((text, index) => ({ object: 'embedding', index, embedding: embed(text) }));
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ object: 'list', data, model: 'words', usage: { prompt_tokens: 0, total_tokens: 0 } }),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    texts,
    env: { EMBEDDING_MODEL: 'words', OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1` },
    hold(words) {
      const { promise: reached, resolve: markReached } = withResolver();
      const { promise: released, resolve: letGo } = withResolver();
      const gate: Gate = {
        words,
        reached,
        released,
        markReached,
        release() {
          gates = gates.filter((other) => other !== gate);
          letGo();
        },
      };
      gates.push(gate);
      return gate;
    },
    async close() {
      for (const gate of gates) gate.release();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Texts that share words are near each other. */
function embed(text: string): number[] {
  const vector = new Array<number>(dimensions).fill(0.01);
  for (const word of text.toLowerCase().match(/[a-z0-9]+/g) ?? []) {
    const at = createHash('sha256').update(word).digest().readUInt8(0) % dimensions;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  return vector;
}
