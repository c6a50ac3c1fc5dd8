import { z } from 'zod';

export type Column = Uint32Array | Float32Array | readonly string[];

const header = z.array(
  z.strictObject({
    name: z.string(),
    kind: z.enum(['integers', 'floats', 'strings']),
    offset: z.int(),
    bytes: z.int(),
  }),
);

/** Strings must hold no line feed: they are stored as lines. */
const separator = '\n';
const align = (offset: number) => Math.ceil(offset / 4) * 4;

/**
 * Named columns in one buffer: the length of the header (four bytes), the header as JSON, then the columns, aligned so
 * that numbers can be read where they lie. Little-endian, as every machine that Node runs on today.
 */
export function encodeColumns(columns: Readonly<Record<string, Column>>): Buffer {
  const parts = Object.entries(columns).map(([name, column]) =>
    'buffer' in column
      ? {
          name,
          kind: column instanceof Uint32Array ? 'integers' : 'floats',
          data: Buffer.from(column.buffer, column.byteOffset, column.byteLength),
        }
      : { name, kind: 'strings', data: Buffer.from(column.map((line) => line + separator).join('')) },
  );
  let offset = 0;
  const entries = parts.map(({ name, kind, data }) => {
    const entry = { name, kind, offset, bytes: data.length };
    offset = align(offset + data.length);
    return entry;
  });
  const json = Buffer.from(JSON.stringify(entries));
  const body = align(4 + json.length);
  const buffer = Buffer.alloc(body + offset);
  buffer.writeUInt32LE(json.length, 0);
  json.copy(buffer, 4);
  for (const [at, { data }] of parts.entries()) data.copy(buffer, body + (entries[at]?.offset ?? 0));
  return buffer;
}

/** The columns of a buffer; throws when it is not one. */
export function decodeColumns(buffer: Buffer): {
  integers(name: string): Uint32Array;
  floats(name: string): Float32Array;
  strings(name: string): string[];
} {
  const headerBytes = buffer.readUInt32LE(0);
  const entries = header.parse(JSON.parse(buffer.toString('utf8', 4, 4 + headerBytes)));
  const body = align(4 + headerBytes);

  function bytesOf(name: string, kind: 'integers' | 'floats' | 'strings'): Buffer {
    const entry = entries.find((candidate) => candidate.name === name && candidate.kind === kind);
    if (entry === undefined) throw new Error(`The column "${name}" is missing.`);
    const end = body + entry.offset + entry.bytes;
    if (entry.offset < 0 || entry.bytes < 0 || end > buffer.length) throw new Error(`The column "${name}" is cut off.`);
    return buffer.subarray(body + entry.offset, end);
  }

  return {
    integers(name) {
      const bytes = bytesOf(name, 'integers');
      const copy = new Uint32Array(bytes.length / 4);
      Buffer.from(copy.buffer).set(bytes);
      return copy;
    },
    floats(name) {
      const bytes = bytesOf(name, 'floats');
      const copy = new Float32Array(bytes.length / 4);
      Buffer.from(copy.buffer).set(bytes);
      return copy;
    },
    strings(name) {
      const lines = bytesOf(name, 'strings').toString('utf8').split(separator);
      lines.pop();
      return lines;
    },
  };
}
