import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { type EvalCase, evalCaseSchema } from './eval-case.ts';

function parseLine(line: string, at: string): EvalCase {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new Error(`${at}: not JSON`, { cause });
  }
  const parsed = evalCaseSchema.safeParse(value);
  if (!parsed.success) throw new Error(`${at}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The cases of a suite, one JSON object a line. Throws naming file and line of the first bad one, or a repeated id. */
export async function readSuite(file: string): Promise<EvalCase[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const seen = new Map<string, number>();
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const at = `${basename(file)} line ${i + 1}`;
    const item = parseLine(line, at);
    const first = seen.get(item.id);
    if (first !== undefined) throw new Error(`${at}: id ${item.id} stands in line ${first} already`);
    seen.set(item.id, i + 1);
    return [item];
  });
}
