import iconv from 'iconv-lite';
import { DocumentProblem } from './document-problem.ts';
import { isLikelyWindows1252 } from './is-likely-windows-1252.ts';

/** Bytes to text: UTF-8, UTF-16 with a byte order mark, or windows-1252 where nothing speaks against it. */
export function decodeBytes(bytes: Uint8Array, file: string): string {
  const encoding = encodingOfMark(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) throw new DocumentProblem(file, 'is binary, not text');
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (encoding === 'utf-8' && isLikelyWindows1252(bytes)) return iconv.decode(Buffer.from(bytes), 'windows-1252');
    throw new DocumentProblem(file, `is not valid ${encoding.toUpperCase()} and no other encoding fits`, { cause });
  }
}

function encodingOfMark([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
