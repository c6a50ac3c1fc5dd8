import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type EvalCase, evalCaseSchema } from './eval-case.ts';
import { replaceFile } from './replace-file.ts';

interface Kept {
  readonly line: string;
  readonly item: EvalCase;
}

const json = z.string().transform((line): unknown => JSON.parse(line));

async function keptLines(file: string): Promise<Map<string, Kept>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return new Map(
    lines.map((line) => {
      const item = json.pipe(evalCaseSchema).parse(line);
      return [item.id, { line, item }];
    }),
  );
}

/** Writes a suite whole or not at all. A case that did not change keeps its line to the byte, so that a diff shows what did. */
export async function writeSuite(file: string, cases: readonly EvalCase[]): Promise<void> {
  const kept = await keptLines(file);
  const lines = cases.map((item) => {
    const old = kept.get(item.id);
    return old && isDeepStrictEqual(old.item, item) ? old.line : JSON.stringify(item);
  });
  await replaceFile(file, lines.map((line) => `${line}\n`).join(''));
}
