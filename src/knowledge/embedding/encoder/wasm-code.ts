/** Bytes of WebAssembly instructions (WebAssembly Core Specification 2.0, section 5.4), as far as the kernel needs them. */
export type Code = readonly number[];

export const valueTypes = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;

/** LEB128, for sizes and indexes. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
    if (rest === 0) return bytes;
  }
}

/** Signed LEB128, for constants. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; ) {
    const low = rest & 0x7f;
    rest >>= 7;
    const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}

/** A list of items, each already bytes, behind their number. */
export const list = (items: readonly Code[]): number[] => [...unsigned(items.length), ...items.flat()];

const void_ = 0x40;
/** `2 ** 2`: nothing but 4-byte alignment is promised. */
const aligned = 2;

export const code = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number): Code => [0x21, ...unsigned(local)],
  tee: (local: number): Code => [0x22, ...unsigned(local)],
  int: (value: number): Code => [0x41, ...signed(value)],
  call: (func: number): Code => [0x10, ...unsigned(func)],
  /** Leaves so many blocks, or goes back to the start where that block is a loop. */
  branch: (depth: number): Code => [0x0c, ...unsigned(depth)],
  branchIf: (depth: number): Code => [0x0d, ...unsigned(depth)],
  block: (body: readonly Code[]): Code => [0x02, void_, ...body.flat(), 0x0b],
  loop: (body: readonly Code[]): Code => [0x03, void_, ...body.flat(), 0x0b],
  ifTrue: (body: readonly Code[]): Code => [0x04, void_, ...body.flat(), 0x0b],
  isEqual: [0x46] as Code,
  isLess: [0x48] as Code,
  add: [0x6a] as Code,
  subtract: [0x6b] as Code,
  multiply: [0x6c] as Code,
  /** Four floats at an address plus `offset` bytes. */
  load4: (offset: number): Code => [0xfd, 0x00, aligned, ...unsigned(offset)],
  store4: (offset: number): Code => [0xfd, 0x0b, aligned, ...unsigned(offset)],
  /** One float four times. */
  loadSplat: (offset: number): Code => [0xfd, 0x09, aligned, ...unsigned(offset)],
  splat: [0xfd, 0x13] as Code,
  add4: [0xfd, 0xe4, 0x01] as Code,
  multiply4: [0xfd, 0xe6, 0x01] as Code,
  max4: [0xfd, 0xe9, 0x01] as Code,
};
