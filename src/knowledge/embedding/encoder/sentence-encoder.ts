import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { createAttention, type TextRows } from './attention.ts';
import { createFloatMemory } from './float-memory.ts';
import { readTensors } from './read-tensors.ts';
import { createPieceCutter } from './sentence-pieces.ts';
import { createTransformerLayer, hiddenWidth, loadDense, modelWidth } from './transformer-layer.ts';

export interface SentenceEncoder {
  readonly dimensions: number;
  /** A vector of length one for each text, one after the other. Synchronous. */
  encode(texts: readonly string[]): Float32Array;
}

/** Pieces the model reads of a text; also the most that are computed at once. */
const maxPieces = 128;
/** The present cut of a text before its pieces are counted: 128 pieces are shorter than that. */
const maxChars = 1_200;
const embeddingWidth = 256;
/** Weights, 20 MB, and workspace, 3 MB. */
const memoryBytes = 26 * 2 ** 20;

/** A few scores are null in the file; the model's own tokeniser reads them as 0. */
const vocabularySchema = z.array(
  z.tuple([
    z.string(),
    z
      .number()
      .nullable()
      .transform((score) => score ?? 0),
  ]),
);

/**
 * The Universal Sentence Encoder, lite (Cer et al. 2018): pieces, two transformer layers, the mean of the tokens, one
 * tanh layer. Computes what the TensorFlow.js graph in `modelFile` does; the vocabulary lies beside it.
 */
export function createSentenceEncoder(modelFile: string): SentenceEncoder {
  const vocabularyFile = join(dirname(modelFile), 'vocab.json');
  const cut = createPieceCutter(vocabularySchema.parse(JSON.parse(readFileSync(vocabularyFile, 'utf8'))));
  const tensor = readTensors(modelFile);
  const embeddings = tensor('module/Embeddings_en');
  const timing = createTiming(tensor('AddTimingSignal/TimingSignal/ExpandDims_1'));
  const memory = createFloatMemory(memoryBytes);
  const tokens = memory.reserve(maxPieces * modelWidth);
  const workspace = {
    normal: memory.reserve(maxPieces * modelWidth),
    joint: memory.reserve(maxPieces * 3 * modelWidth),
    attended: memory.reserve(maxPieces * modelWidth),
    hidden: memory.reserve(maxPieces * hiddenWidth),
    output: memory.reserve(maxPieces * modelWidth),
  };
  const attention = createAttention(memory, { maxRows: maxPieces, maxWidth: modelWidth });
  const deps = { memory, tensor, attention, workspace };
  const layers = [createTransformerLayer(deps, 0, embeddingWidth), createTransformerLayer(deps, 1, modelWidth)];
  const last = loadDense(
    memory,
    tensor('hidden_layers/tanh_layer_0/weights'),
    tensor('hidden_layers/tanh_layer_0/bias'),
    modelWidth,
    modelWidth,
  );

  function readPieces(pieces: readonly number[], from: number): void {
    for (const [row, piece] of pieces.entries()) {
      const [to, source, time] = [(from + row) * embeddingWidth, piece * embeddingWidth, row * embeddingWidth];
      for (let at = 0; at < embeddingWidth; at += 1) {
        // The graph adds the embedding twice, once with its place and once without.
        tokens.view[to + at] = 2 * (embeddings[source + at] as number) + (timing[time + at] as number);
      }
    }
  }

  /** The vectors of texts that have `maxPieces` pieces together at most. */
  function encodeGroup(group: ReadonlyArray<readonly number[]>, out: Float32Array): void {
    const texts: TextRows[] = [];
    let rows = 0;
    for (const pieces of group) {
      readPieces(pieces, rows);
      texts.push({ from: rows, rows: pieces.length });
      rows += pieces.length;
    }
    for (const layer of layers) layer(texts, rows, tokens);
    for (const [at, text] of texts.entries()) averageRows(tokens.view, text, workspace.normal.view, at);
    memory.multiply({
      a: workspace.normal,
      aStride: modelWidth,
      b: last.panels,
      c: workspace.output,
      cStride: modelWidth,
      rows: texts.length,
      bias: last.bias,
    });
    for (let at = 0; at < out.length; at += 1) out[at] = Math.tanh(workspace.output.view[at] as number);
    for (let from = 0; from < out.length; from += modelWidth) scaleToUnit(out.subarray(from, from + modelWidth));
  }

  return {
    dimensions: modelWidth,
    encode(texts) {
      const vectors = new Float32Array(texts.length * modelWidth);
      const pieces = texts.map((text) => cut(text.slice(0, maxChars)).slice(0, maxPieces));
      for (let from = 0; from < pieces.length; ) {
        let to = from;
        let count = 0;
        while (to < pieces.length && count + lengthAt(pieces, to) <= maxPieces) count += lengthAt(pieces, to++);
        encodeGroup(pieces.slice(from, to), vectors.subarray(from * modelWidth, to * modelWidth));
        from = to;
      }
      return vectors;
    },
  };
}

function scaleToUnit(vector: Float32Array): void {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const factor = 1 / Math.sqrt(Math.max(squares, 1e-12));
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] as number) * factor;
}

const lengthAt = (pieces: ReadonlyArray<readonly number[]>, at: number): number => pieces[at]?.length ?? 0;

/** Sines and cosines of a piece's place, by the model's own frequencies. */
function createTiming(frequencies: Float32Array): Float32Array {
  const timing = new Float32Array(maxPieces * embeddingWidth);
  for (let place = 0; place < maxPieces; place += 1) {
    for (const [at, frequency] of frequencies.entries()) {
      timing[place * embeddingWidth + at] = Math.sin(place * frequency);
      timing[place * embeddingWidth + frequencies.length + at] = Math.cos(place * frequency);
    }
  }
  return timing;
}

/** Writes the mean of a text's rows as row `at` of `out`. */
function averageRows(tokens: Float32Array, { from, rows }: TextRows, out: Float32Array, at: number): void {
  for (let column = 0; column < modelWidth; column += 1) {
    let sum = 0;
    for (let row = from; row < from + rows; row += 1) sum += tokens[row * modelWidth + column] as number;
    out[at * modelWidth + column] = sum / rows;
  }
}
