import { stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { DocumentProblem } from '#knowledge/documents/document-problem.ts';
import { listFiles } from '#knowledge/documents/list-files.ts';
import { readDocumentFile } from '#knowledge/documents/read-document-file.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';
import type { CorpusFile, ReadCorpus } from './corpus-file.ts';

interface Place {
  readonly root: string;
  readonly paths: AsyncIterable<string> | Iterable<string>;
}

/** A file inside the corpus keeps its path there, and with it its id; one from elsewhere goes by its own name. */
function placeFile(file: string, corpusDir: string): Place {
  const inside = relative(corpusDir, file);
  if (inside.startsWith('..') || isAbsolute(inside)) return { root: dirname(file), paths: [basename(file)] };
  return { root: corpusDir, paths: [inside.split(sep).join('/')] };
}

/** Reads documents one file at a time: any number of them in flat memory. A file that cannot be one says why. */
export function createReadCorpus(corpusDir: string): ReadCorpus {
  const root = resolve(corpusDir);

  return async function* readCorpus(given): AsyncGenerator<CorpusFile> {
    for (const path of given.map((p) => resolve(p))) {
      const unreadable: DocumentProblem[] = [];
      const isFolder = (await stat(path)).isDirectory();
      const place = isFolder
        ? { root: path, paths: listFiles(path, { onProblem: (problem) => unreadable.push(problem) }) }
        : placeFile(path, root);
      for await (const file of place.paths) yield await readOne(place.root, file);
      for (const problem of unreadable) yield { file: problem.file, reason: problem.reason };
    }
  };
}

async function readOne(root: string, file: string): Promise<CorpusFile> {
  try {
    const document = await readDocumentFile(root, file);
    const { format: _format, ...revision } = document;
    return { file, revision, passages: splitIntoPassages(document) };
  } catch (error) {
    if (error instanceof DocumentProblem) return { file, reason: error.reason };
    throw error;
  }
}
