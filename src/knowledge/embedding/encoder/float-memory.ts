import { buildProductKernel, depthStep, panelColumns } from './product-kernel.ts';

/** Floats in the kernel's memory: `view` is theirs, `address` where they start, in bytes. */
export interface Floats {
  readonly view: Float32Array;
  readonly address: number;
}

/** A matrix as the right-hand side of a product: its columns in panels, zero where they are filled up. */
export interface Panels extends Floats {
  readonly depth: number;
  readonly columns: number;
}

export interface Product {
  readonly a: Floats;
  /** Floats from `a`'s start to its first value, and from row to row. */
  readonly aOffset?: number;
  readonly aStride: number;
  readonly b: Panels;
  readonly c: Floats;
  readonly cOffset?: number;
  readonly cStride: number;
  readonly rows: number;
  /** One value a column; zero when absent. */
  readonly bias?: Floats;
  /** What no result falls below: 0 rectifies. */
  readonly floor?: number;
}

export interface FloatMemory {
  /** Room for `length` floats, zero, for as long as the memory lives. */
  reserve(length: number): Floats;
  /** Room for the panels of a matrix. */
  reservePanels(depth: number, columns: number): Panels;
  /** `c = max(a × b + bias, floor)`, over as many whole panels as `b` has. */
  multiply(product: Product): void;
}

type Run = (...values: [number, number, number, number, number, number, number, number, number, number]) => void;

/** `bytes` is all there will ever be: the memory does not grow, so that its views stay valid. */
export function createFloatMemory(bytes: number): FloatMemory {
  const pages = Math.ceil(bytes / 65_536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const kernel = new WebAssembly.Module(buildProductKernel());
  const run = new WebAssembly.Instance(kernel, { host: { memory } }).exports['run'] as Run;
  let end = 0;

  function reserve(length: number): Floats {
    const address = end;
    end += Math.ceil(length / 16) * 64;
    if (end > memory.buffer.byteLength) throw new RangeError('The encoder needs more memory than it reserved.');
    return { view: new Float32Array(memory.buffer, address, length), address };
  }

  const zeros = reserve(4_096);
  return {
    reserve,
    reservePanels(depth, columns) {
      const whole = Math.ceil(columns / panelColumns) * panelColumns;
      return { ...reserve(Math.ceil(depth / depthStep) * depthStep * whole), depth, columns };
    },
    multiply({ a, aOffset = 0, aStride, b, c, cOffset = 0, cStride, rows, bias = zeros, floor = -Infinity }) {
      const depth = Math.ceil(b.depth / depthStep) * depthStep;
      const panels = Math.ceil(b.columns / panelColumns);
      const [from, to] = [a.address + 4 * aOffset, c.address + 4 * cOffset];
      run(from, 4 * aStride, b.address, to, 4 * cStride, rows, depth, panels, bias.address, floor);
    },
  };
}

/** Puts a matrix, by rows, into panels of the same depth and columns. */
export function packPanels(panels: Panels, matrix: Float32Array): void {
  const { view, depth, columns } = panels;
  const filling = (Math.ceil(depth / depthStep) * depthStep - depth) * panelColumns;
  let at = 0;
  for (let first = 0; first < columns; first += panelColumns) {
    const lanes = Math.min(panelColumns, columns - first);
    for (let from = first; from < depth * columns; from += columns) {
      for (let lane = 0; lane < lanes; lane += 1) view[at + lane] = matrix[from + lane] as number;
      at += panelColumns;
    }
    at += filling;
  }
}
