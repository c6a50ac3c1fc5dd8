import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeBytes } from '#knowledge/documents/decode-bytes.ts';
import { DocumentProblem } from '#knowledge/documents/document-problem.ts';

export interface AnswerSource {
  /** Path in the corpus folder, with `/`. */
  readonly file: string;
  readonly text: string;
}

export interface AnswerSources {
  readonly sources: readonly AnswerSource[];
  readonly failures: ReadonlyArray<{ readonly file: string; readonly reason: string }>;
}

/** The folder of a corpus that holds reviewed answers. */
export const ANSWERS = 'answers';

/** The Markdown files of `answers/` in a corpus folder, by name; none where there is no such folder. */
export async function readAnswerFiles(corpusDir: string): Promise<AnswerSources> {
  let names: string[];
  try {
    names = (await readdir(join(corpusDir, ANSWERS))).filter((name) => /^[^.].*\.md$/iu.test(name)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { sources: [], failures: [] };
    return { sources: [], failures: [{ file: ANSWERS, reason: 'is not a folder that can be read' }] };
  }
  const sources: AnswerSource[] = [];
  const failures: Array<{ file: string; reason: string }> = [];
  for (const name of names) {
    const file = `${ANSWERS}/${name}`;
    try {
      sources.push({ file, text: decodeBytes(await readFile(join(corpusDir, ANSWERS, name)), file) });
    } catch (error) {
      failures.push({ file, reason: error instanceof DocumentProblem ? error.reason : 'cannot be read' });
    }
  }
  return { sources, failures };
}
