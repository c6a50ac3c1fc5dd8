import { type Code, code } from './wasm-code.ts';
import { assembleModule, type WasmFunction } from './wasm-module.ts';

/** Columns of a panel: two vectors of four floats. */
export const panelColumns = 8;
/**
 * Rows computed at once: 5 × 2 sums, 2 columns and 1 value fill 13 of the 16 registers a vector unit has. Of eight shapes
 * measured, this one was the fastest.
 */
const tileRows = 5;
/** Steps of depth in one turn of the inner loop; four were slower. */
export const depthStep = 2;

const { get, set, tee, int } = code;
const bytesOfRow = panelColumns * 4;

/**
 * Bytes of the WebAssembly module that multiplies matrices of floats: its function
 * `run(a, aStride, b, c, cStride, rows, depth, panels, bias, floor)` sets `c = max(a × b + bias, floor)`.
 * Addresses and strides in bytes; `a` and `c` by rows, `b` in panels of 8 columns, each panel by rows; `bias` has a value
 * a column; `depth` is a multiple of 2 above 0, `panels` above 0.
 *
 * Every sum stays in a register while its depth is walked, as in Goto and van de Geijn, "Anatomy of High-Performance
 * Matrix Multiplication" (2008); a panel fits into the first cache, and each is read once for all rows.
 */
export function buildProductKernel(): Uint8Array<ArrayBuffer> {
  const tiles = Array.from({ length: tileRows }, (_, at) => tileFunction(at + 1));
  return assembleModule([...tiles, productFunction()]);
}

/** One panel for `rows` rows: the sums are locals, from the bias on. */
function tileFunction(rows: number): WasmFunction {
  const [a, aStride, b, c, cStride, depth, bias, floor] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const rowAt = (row: number) => (row === 0 ? a : 7 + row);
  const sum = (row: number, half: number) => 7 + rows + 2 * row + half;
  const column = (half: number) => 7 + 3 * rows + half;
  const value = 9 + 3 * rows;
  const all = Array.from({ length: rows }, (_, row) => row);
  const halves = [0, 1];

  const start = [
    ...halves.flatMap((half) => all.flatMap((row) => [get(bias), code.load4(16 * half), set(sum(row, half))])),
    ...all.slice(1).flatMap((row) => [get(rowAt(row - 1)), get(aStride), code.add, set(rowAt(row))]),
  ];
  const step = (at: number): Code[] => [
    ...halves.flatMap((half) => [get(b), code.load4(at * bytesOfRow + 16 * half), set(column(half))]),
    ...all.flatMap((row) => [
      ...[get(rowAt(row)), code.loadSplat(4 * at), set(value)],
      ...halves.flatMap((half) => [
        ...[get(sum(row, half)), get(value), get(column(half))],
        ...[code.multiply4, code.add4, set(sum(row, half))],
      ]),
    ]),
  ];
  const walk = code.loop([
    ...Array.from({ length: depthStep }, (_, at) => step(at)).flat(),
    ...[get(b), int(depthStep * bytesOfRow), code.add, set(b)],
    ...all.flatMap((row) => [get(rowAt(row)), int(4 * depthStep), code.add, set(rowAt(row))]),
    ...[get(depth), int(depthStep), code.subtract, tee(depth), code.branchIf(0)],
  ]);
  const end = all.flatMap((row) => [
    ...halves.flatMap((half) => [
      ...[get(c), get(sum(row, half)), get(floor), code.splat, code.max4, code.store4(16 * half)],
    ]),
    ...[get(c), get(cStride), code.add, set(c)],
  ]);
  return {
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f32'],
    locals: [
      [rows - 1, 'i32'],
      [2 * rows + 3, 'v128'],
    ],
    body: [...start, walk, ...end],
  };
}

/** Panel after panel, and for each all rows: as many whole tiles as there are, then the rows left over. */
function productFunction(): WasmFunction {
  const [a, aStride, b, c, cStride, rows, depth, panels, bias, floor] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
  const [aTile, cTile, left] = [10, 11, 12] as const;
  const tile = (count: number): Code[] => [
    ...[get(aTile), get(aStride), get(b), get(cTile), get(cStride), get(depth), get(bias), get(floor)],
    code.call(count - 1),
  ];
  const advance = (pointer: number, stride: number): Code[] => [
    ...[get(pointer), get(stride), int(tileRows), code.multiply, code.add, set(pointer)],
  ];
  const wholeTiles = code.block([
    code.loop([
      ...[get(left), int(tileRows), code.isLess, code.branchIf(1)],
      ...tile(tileRows),
      ...advance(aTile, aStride),
      ...advance(cTile, cStride),
      ...[get(left), int(tileRows), code.subtract, set(left), code.branch(0)],
    ]),
  ]);
  const rest = Array.from({ length: tileRows - 1 }, (_, at) => at + 1).flatMap((count) => [
    ...[get(left), int(count), code.isEqual, code.ifTrue(tile(count))],
  ]);
  const panel = code.loop([
    ...[get(a), set(aTile), get(c), set(cTile), get(rows), set(left)],
    wholeTiles,
    ...rest,
    ...[get(b), get(depth), int(bytesOfRow), code.multiply, code.add, set(b)],
    ...[get(c), int(bytesOfRow), code.add, set(c), get(bias), int(bytesOfRow), code.add, set(bias)],
    ...[get(panels), int(1), code.subtract, tee(panels), code.branchIf(0)],
  ]);
  return {
    parameters: ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'f32'],
    locals: [[3, 'i32']],
    body: [panel],
  };
}
