import { open } from 'node:fs/promises';

/** hnswlib 0.8 `saveIndex`: eight-byte numbers and four-byte ones, little-endian, without padding. */
const header = { bytes: 96, count: 16, bytesPerElement: 24 } as const;

/** Read at a time while walking the links above the lowest layer. */
const chunkBytes = 1 << 20;

/**
 * Whether a file written by hnswlib holds `elements` elements and ends where the last of them does. hnswlib writes without
 * looking whether that worked.
 */
export async function isWholeHnswFile(path: string, elements: number): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(header.bytes);
    if ((await handle.read(head, 0, head.length, 0)).bytesRead < head.length) return false;
    if (Number(head.readBigUInt64LE(header.count)) !== elements) return false;
    let at = header.bytes + elements * Number(head.readBigUInt64LE(header.bytesPerElement));
    let chunk = Buffer.alloc(0);
    let chunkAt = 0;
    for (let element = 0; element < elements; element += 1) {
      if (at + 4 > size) return false;
      if (at < chunkAt || at + 4 > chunkAt + chunk.length) {
        const next = Buffer.alloc(chunkBytes);
        const { bytesRead } = await handle.read(next, 0, next.length, at);
        chunk = next.subarray(0, bytesRead);
        chunkAt = at;
        if (bytesRead < 4) return false;
      }
      at += 4 + chunk.readUInt32LE(at - chunkAt);
    }
    return at === size;
  } finally {
    await handle.close();
  }
}
