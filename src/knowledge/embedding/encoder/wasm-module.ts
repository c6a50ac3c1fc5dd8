import { type Code, list, unsigned, valueTypes } from './wasm-code.ts';

export interface WasmFunction {
  readonly parameters: ReadonlyArray<keyof typeof valueTypes>;
  readonly locals: ReadonlyArray<readonly [count: number, type: keyof typeof valueTypes]>;
  /** Gives no value. */
  readonly body: readonly Code[];
}

/**
 * A module that imports the memory `host.memory` and exports the last function as `run`. Sections as in the WebAssembly
 * Core Specification 2.0, section 5.5.
 */
export function assembleModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [0x60, ...list(parameters.map((type) => [valueTypes[type]])), 0]);
  const memory = [...name('host'), ...name('memory'), 0x02, 0x00, 0x01];
  const run = [...name('run'), 0x00, ...unsigned(functions.length - 1)];
  const bodies = functions.map(({ locals, body }) => {
    const bytes = [
      ...list(locals.map(([count, type]) => [...unsigned(count), valueTypes[type]])),
      ...body.flat(),
      0x0b,
    ];
    return [...unsigned(bytes.length), ...bytes];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(2, list([memory])),
    ...section(3, list(functions.map((_, at) => unsigned(at)))),
    ...section(7, list([run])),
    ...section(10, list(bodies)),
  ]);
}

const name = (text: string): Code => list([...Buffer.from(text)].map((byte) => [byte]));
const section = (id: number, body: Code): Code => [id, ...unsigned(body.length), ...body];
