import type { FloatMemory, Floats } from './float-memory.ts';

/** The rows of one text among the rows of several. */
export interface TextRows {
  readonly from: number;
  readonly rows: number;
}

export interface Attention {
  /**
   * For each text apart: what its tokens make of each other. `joint` holds query, key and value of a token side by side,
   * `width` values each; `out` gets `width` values a token.
   */
  attend(texts: readonly TextRows[], joint: Floats, out: Floats, width: number): void;
}

const heads = 4;
/** What the kernel computes side by side. */
const panel = 8;

/** Scaled dot-product attention of four heads (Vaswani et al. 2017). */
export function createAttention(memory: FloatMemory, limits: { maxRows: number; maxWidth: number }): Attention {
  const keys = memory.reserve(limits.maxRows * (limits.maxWidth / heads));
  const values = memory.reserve(limits.maxRows * (limits.maxWidth / heads));
  const weights = memory.reserve(limits.maxRows * limits.maxRows);

  function attendHead({ from, rows }: TextRows, head: number, joint: Floats, out: Floats, width: number): void {
    const depth = width / heads;
    const whole = Math.ceil(rows / panel) * panel;
    const first = from * 3 * width + head * depth;
    packHead(joint.view, first + width, { rows, depth, stride: 3 * width }, keys.view, values.view);
    memory.multiply({
      a: joint,
      aOffset: first,
      aStride: 3 * width,
      b: { ...keys, depth, columns: rows },
      c: weights,
      cStride: whole,
      rows,
    });
    for (let row = 0; row < rows; row += 1) soften(weights.view, row * whole, rows, whole);
    memory.multiply({
      a: weights,
      aStride: whole,
      b: { ...values, depth: whole, columns: depth },
      c: out,
      cOffset: from * width + head * depth,
      cStride: width,
      rows,
    });
  }

  return {
    attend(texts, joint, out, width) {
      for (const text of texts) for (let head = 0; head < heads; head += 1) attendHead(text, head, joint, out, width);
    },
  };
}

/** The keys of a head turned round and scaled, and its values, both in panels; zero beyond the last row. */
function packHead(
  joint: Float32Array,
  first: number,
  { rows, depth, stride }: { readonly rows: number; readonly depth: number; readonly stride: number },
  keys: Float32Array,
  values: Float32Array,
): void {
  const whole = Math.ceil(rows / panel) * panel;
  const scale = 1 / Math.sqrt(depth);
  const width = stride / 3;
  for (let row = 0; row < whole; row += 1) {
    const isFilling = row >= rows;
    const key = first + row * stride;
    const keyPanel = Math.floor(row / panel) * depth * panel + (row % panel);
    for (let at = 0; at < depth; at += 1) {
      keys[keyPanel + at * panel] = isFilling ? 0 : (joint[key + at] as number) * scale;
      const valuePanel = Math.floor(at / panel) * whole * panel + row * panel + (at % panel);
      values[valuePanel] = isFilling ? 0 : (joint[key + width + at] as number);
    }
  }
}

/** Softmax of `length` values in place; zero from there to `whole`. */
function soften(values: Float32Array, from: number, length: number, whole: number): void {
  let highest = -Infinity;
  for (let at = from; at < from + length; at += 1) highest = Math.max(highest, values[at] as number);
  let sum = 0;
  for (let at = from; at < from + length; at += 1) {
    const power = Math.exp((values[at] as number) - highest);
    values[at] = power;
    sum += power;
  }
  for (let at = from; at < from + length; at += 1) values[at] = (values[at] as number) / sum;
  values.fill(0, from + length, from + whole);
}
