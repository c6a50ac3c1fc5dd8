import type { Attention, TextRows } from './attention.ts';
import { type FloatMemory, type Floats, type Panels, packPanels } from './float-memory.ts';
import { normaliseRows } from './layer-norm.ts';
import type { FindTensor } from './read-tensors.ts';

/** Room that all layers work in, one after the other, for as many rows as may come at once. */
export interface Workspace {
  readonly normal: Floats;
  readonly joint: Floats;
  readonly attended: Floats;
  readonly hidden: Floats;
  readonly output: Floats;
}

/** A layer reads `width` values a token from `tokens` and leaves `modelWidth` there. */
export type TransformerLayer = (texts: readonly TextRows[], rows: number, tokens: Floats) => void;

export const modelWidth = 512;
export const hiddenWidth = 1_536;

export interface LayerDeps {
  readonly memory: FloatMemory;
  readonly tensor: FindTensor;
  readonly attention: Attention;
  readonly workspace: Workspace;
}

/** Layer `number` of the encoder (Vaswani et al. 2017), normalised before each part; the first one also widens its input. */
export function createTransformerLayer(deps: LayerDeps, number: 0 | 1, width: number): TransformerLayer {
  const { memory, attention, workspace } = deps;
  const { normal, joint, attended, hidden, output } = workspace;
  const { question, answer, widen, inner, outer, attentionNorm, innerNorm } = loadLayer(deps, number, width);

  function apply(layer: Dense, a: Floats, c: Floats, rows: number, floor = -Infinity): void {
    const { panels, bias } = layer;
    memory.multiply({ a, aStride: panels.depth, b: panels, c, cStride: panels.columns, rows, bias, floor });
  }

  function addOutput(tokens: Floats, rows: number): void {
    for (let at = 0; at < rows * modelWidth; at += 1)
      tokens.view[at] = (tokens.view[at] as number) + (output.view[at] as number);
  }

  return (texts, rows, tokens) => {
    normaliseRows(tokens.view, normal.view, { rows, ...attentionNorm });
    apply(question, normal, joint, rows);
    attention.attend(texts, joint, attended, width);
    if (widen !== null) {
      apply(widen, tokens, output, rows);
      tokens.view.set(output.view.subarray(0, rows * modelWidth));
    }
    apply(answer, attended, output, rows);
    addOutput(tokens, rows);
    normaliseRows(tokens.view, normal.view, { rows, ...innerNorm });
    apply(inner, normal, hidden, rows, 0);
    apply(outer, hidden, output, rows);
    addOutput(tokens, rows);
  };
}

export interface Dense {
  readonly panels: Panels;
  readonly bias: Floats;
}

/** A dense layer's weights in the kernel's memory. */
export function loadDense(
  memory: FloatMemory,
  weights: Float32Array,
  bias: Float32Array,
  depth: number,
  columns: number,
): Dense {
  if (weights.length !== depth * columns || bias.length !== columns)
    throw new Error('The model has another shape than this encoder computes.');
  const dense = { panels: memory.reservePanels(depth, columns), bias: memory.reserve(columns) };
  packPanels(dense.panels, weights);
  dense.bias.view.set(bias);
  return dense;
}

function loadLayer({ memory, tensor }: LayerDeps, number: 0 | 1, width: number) {
  const find = (ending: string) => tensor(`/Layer_${number}/TransformerLayer/${ending}`);
  const dense = (name: string, bias: string, depth: number, columns: number) =>
    loadDense(memory, find(name), find(`${bias}/ConcatPartitions/concat`), depth, columns);
  const norm = (part: string) => ({
    scale: find(`${part}layer_prepostprocess/layer_norm/layer_norm_scale/ConcatPartitions/concat`),
    shift: find(`${part}layer_prepostprocess/layer_norm/layer_norm_bias/ConcatPartitions/concat`),
  });
  const heads = 'MultiheadAttention';
  const [joint, output] = [`${heads}/qkv_transform_single`, `${heads}/output_transform_single`];
  return {
    question: dense(`${joint}/kernel/part_0`, `${joint}/bias`, width, 3 * width),
    answer: dense(`${output}/kernel/part_0`, `${output}/bias`, width, modelWidth),
    widen: width === modelWidth ? null : dense('dense/kernel/ConcatPartitions/concat', 'dense/bias', width, modelWidth),
    inner: dense('FFN/conv1/Tensordot/Reshape_1', 'FFN/conv1/bias', modelWidth, hiddenWidth),
    outer: dense('FFN/conv2/Tensordot/Reshape_1', 'FFN/conv2/bias', hiddenWidth, modelWidth),
    attentionNorm: norm(''),
    innerNorm: norm('FFN/'),
  };
}
