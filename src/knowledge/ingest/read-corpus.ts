import { stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { DocumentProblem } from '#knowledge/documents/document-problem.ts';
import { listFiles } from '#knowledge/documents/list-files.ts';
import { readDocumentFile } from '#knowledge/documents/read-document-file.ts';
import type { FindOrder } from '#knowledge/hidden/document-warning.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';
import type { CorpusFile, ReadCorpus } from './corpus-file.ts';
import { findOrders } from './find-orders.ts';

interface Place {
  readonly root: string;
  readonly paths: AsyncIterable<string> | Iterable<string>;
}

/** Where a path stands in the corpus, with `/`; null for one from elsewhere. */
function pathInCorpus(path: string, corpusDir: string): string | null {
  const inside = relative(corpusDir, path);
  return inside.startsWith('..') || isAbsolute(inside) ? null : inside.split(sep).join('/');
}

/** What is inside the corpus keeps its path there, and with it its id; a file from elsewhere goes by its own name. */
async function placeOf(path: string, corpusDir: string, onProblem: (problem: DocumentProblem) => void): Promise<Place> {
  const inside = pathInCorpus(path, corpusDir);
  if (!(await stat(path)).isDirectory()) {
    return inside === null ? { root: dirname(path), paths: [basename(path)] } : { root: corpusDir, paths: [inside] };
  }
  const files = listFiles(path, { onProblem });
  return inside ? { root: corpusDir, paths: prefixed(inside, files) } : { root: path, paths: files };
}

async function* prefixed(folder: string, files: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const file of files) yield `${folder}/${file}`;
}

/** Reads documents one file at a time: any number of them in flat memory. A file that cannot be one says why. */
export function createReadCorpus(corpusDir: string, findOrder: FindOrder = () => null): ReadCorpus {
  const root = resolve(corpusDir);

  return async function* readCorpus(given): AsyncGenerator<CorpusFile> {
    for (const path of given.map((p) => resolve(p))) {
      const unreadable: DocumentProblem[] = [];
      const place = await placeOf(path, root, (problem) => unreadable.push(problem));
      for await (const file of place.paths) yield await readOne(place.root, file, findOrder);
      for (const problem of unreadable) yield { file: problem.file, reason: problem.reason };
    }
  };
}

async function readOne(root: string, file: string, findOrder: FindOrder): Promise<CorpusFile> {
  try {
    const document = await readDocumentFile(root, file, findOrder);
    const { format: _format, firstLine, hidden, ...revision } = document;
    const passages = splitIntoPassages(document);
    const orders = findOrders({ revision, passages, firstLine }, findOrder);
    return { file, revision, passages, warnings: [...hidden, ...orders] };
  } catch (error) {
    if (error instanceof DocumentProblem) return { file, reason: error.reason };
    throw error;
  }
}
