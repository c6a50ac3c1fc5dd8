import type { Context } from 'hono';
import { Fault } from '#domain/fault.ts';
import { limits } from '#wire/limits.ts';
import type { AppEnv } from './app-env.ts';

/** The parsed body. Faults: `unsupported_media_type`, `body_too_large`, `bad_encoding`, `bad_json`. */
export async function readJson(c: Context<AppEnv>): Promise<unknown> {
  if (!isJson(c.req.header('Content-Type')) || c.req.header('Content-Encoding') !== undefined) {
    throw new Fault('unsupported_media_type', 'The body is not plain JSON');
  }
  const text = decode(await readBytes(c.req.raw));
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the body, so it is not kept as a cause.
    throw new Fault('bad_json', 'The body is not JSON');
  }
}

function isJson(contentType: string | undefined): boolean {
  const [type = '', ...parameters] = (contentType ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return type === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
}

/** Counts what arrives: a body sent in chunks does not say its length, and one that does may not be believed. */
async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limits.bodyBytes) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > limits.bodyBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
}

function tooLarge(): Fault {
  return new Fault('body_too_large', 'The body is over the limit');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Fault('bad_encoding', 'The body is not UTF-8');
  }
}
