import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { type Cues, cueFileSchema } from './cue-file.ts';

const FILE = 'too-much.yaml';

/** Reads the cues in `folder` (`prompts/privacy`). Throws naming the file and the key that is wrong. */
export async function readCues(folder: string): Promise<Cues> {
  const text = await readFile(join(folder, FILE), 'utf8');
  const result = cueFileSchema.safeParse(load(text, { schema: CORE_SCHEMA, filename: FILE }));
  if (result.success) return result.data;
  throw new Error(`${FILE} is not a valid file of cues:\n${z.prettifyError(result.error)}`);
}
