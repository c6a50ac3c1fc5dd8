import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FindOrder } from '#knowledge/hidden/document-warning.ts';
import { DocumentProblem } from './document-problem.ts';
import { MAX_DOCUMENT_BYTES, type ReadDocument, readDocument } from './read-document.ts';

/** The document in the file `path` (relative, with `/`) under `root`. Throws `DocumentProblem`. */
export async function readDocumentFile(root: string, path: string, findOrder?: FindOrder): Promise<ReadDocument> {
  return readDocument(await readBytes(join(root, path), path), path, findOrder);
}

async function readBytes(file: string, path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > MAX_DOCUMENT_BYTES) throw new DocumentProblem(path, 'is larger than 10 MiB');
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof DocumentProblem) throw cause;
    throw new DocumentProblem(path, 'cannot be read', { cause });
  }
}
