import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string()),
      weights: z.array(
        z.object({ name: z.string(), shape: z.array(z.int()), dtype: z.enum(['float32', 'int32', 'bool']) }),
      ),
    }),
  ),
});

/** Reads the one float tensor whose name ends so; throws when none does, or several do. */
export type FindTensor = (ending: string) => Float32Array;

interface Part {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The weights of a TensorFlow.js graph model: little-endian values one after the other, cut into files. Each tensor is read
 * when it is asked for, so that never more than one of them is held.
 */
export function readTensors(modelFile: string): FindTensor {
  const { weightsManifest } = manifestSchema.parse(JSON.parse(readFileSync(modelFile, 'utf8')));
  const tensors = new Map<string, () => Float32Array>();
  for (const { paths, weights } of weightsManifest) {
    const parts = listParts(paths.map((path) => join(dirname(modelFile), path)));
    let at = 0;
    for (const { name, shape, dtype } of weights) {
      const [from, length] = [at, shape.reduce((product, side) => product * side, 1)];
      if (dtype === 'float32') tensors.set(name, () => readFloats(parts, from, length));
      at += length * (dtype === 'bool' ? 1 : 4);
    }
    const bytes = parts.at(-1)?.to ?? 0;
    if (at !== bytes) throw new Error(`The weights have ${bytes} bytes where ${at} were expected.`);
  }
  return (ending) => {
    const [name, ...others] = [...tensors.keys()].filter((known) => known.endsWith(ending));
    const read = name === undefined ? undefined : tensors.get(name);
    if (read === undefined || others.length > 0) throw new Error(`The model has no single tensor ${ending}.`);
    return read();
  };
}

function listParts(paths: readonly string[]): Part[] {
  const parts: Part[] = [];
  for (const path of paths) {
    const from = parts.at(-1)?.to ?? 0;
    parts.push({ path, from, to: from + statSync(path).size });
  }
  return parts;
}

function readFloats(parts: readonly Part[], at: number, length: number): Float32Array {
  const floats = new Float32Array(length);
  const bytes = Buffer.from(floats.buffer);
  for (const { path, from, to } of parts) {
    const [start, end] = [Math.max(at, from), Math.min(at + bytes.length, to)];
    if (start < end) readBytes(path, start - from, bytes.subarray(start - at, end - at));
  }
  const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
  if (!isLittleEndian) bytes.swap32();
  return floats;
}

function readBytes(path: string, position: number, into: Buffer): void {
  const file = openSync(path, 'r');
  try {
    for (let done = 0; done < into.length; ) {
      const read = readSync(file, into, done, into.length - done, position + done);
      if (read === 0) throw new Error(`${path} ends too early.`);
      done += read;
    }
  } finally {
    closeSync(file);
  }
}
