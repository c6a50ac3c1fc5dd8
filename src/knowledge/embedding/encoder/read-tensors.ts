import { readFileSync } from 'node:fs';
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

/** Gives the one float tensor whose name ends so; throws when none does, or several do. */
export type FindTensor = (ending: string) => Float32Array;

/** The weights of a TensorFlow.js graph model: little-endian values one after the other, cut into files. */
export function readTensors(modelFile: string): FindTensor {
  const { weightsManifest } = manifestSchema.parse(JSON.parse(readFileSync(modelFile, 'utf8')));
  const tensors = new Map<string, Float32Array>();
  for (const { paths, weights } of weightsManifest) {
    const bytes = Buffer.concat(paths.map((path) => readFileSync(join(dirname(modelFile), path))));
    let at = 0;
    for (const { name, shape, dtype } of weights) {
      const length = shape.reduce((product, side) => product * side, 1);
      if (dtype === 'float32') tensors.set(name, readFloats(bytes, at, length));
      at += length * (dtype === 'bool' ? 1 : 4);
    }
    if (at !== bytes.length) throw new Error(`The weights have ${bytes.length} bytes where ${at} were expected.`);
  }
  return (ending) => {
    const [name, ...others] = [...tensors.keys()].filter((known) => known.endsWith(ending));
    const tensor = name === undefined ? undefined : tensors.get(name);
    if (tensor === undefined || others.length > 0) throw new Error(`The model has no single tensor ${ending}.`);
    return tensor;
  };
}

/** Shares the bytes where they are aligned and this machine's order is theirs. */
function readFloats(bytes: Buffer, at: number, length: number): Float32Array {
  const start = bytes.byteOffset + at;
  const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
  if (isLittleEndian && start % 4 === 0) return new Float32Array(bytes.buffer, start, length);
  return Float32Array.from({ length }, (_, index) => bytes.readFloatLE(at + 4 * index));
}
