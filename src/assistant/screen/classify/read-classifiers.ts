import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ClassifierFile, classifierFileSchema } from './classifier-file.ts';

/** Every classifier of the screen; all must be there. */
export const CLASSIFIER_IDS = [
  'emergency',
  'urgent',
  'crisis',
  'weaker-sign',
  'own-case',
  'own-case-with-encoder',
  'off-topic',
  'person-wanted',
  'order',
] as const;
export type ClassifierId = (typeof CLASSIFIER_IDS)[number];
export type ClassifierFiles = Readonly<Record<ClassifierId, ClassifierFile>>;

async function readOne(folder: string, id: ClassifierId): Promise<readonly [ClassifierId, ClassifierFile]> {
  const path = join(folder, `${id}.json`);
  const result = classifierFileSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!result.success) throw new Error(`${path} is no classifier:\n${z.prettifyError(result.error)}`);
  return [id, result.data];
}

/** Reads the classifiers in `folder` (`prompts/classifiers`). Throws naming the file that is missing or wrong. */
export async function readClassifiers(folder: string): Promise<ClassifierFiles> {
  const files = await Promise.all(CLASSIFIER_IDS.map((id) => readOne(folder, id)));
  const [first, ...others] = files.map(([, { functionWords }]) => functionWords.join(' '));
  if (others.some((words) => words !== first)) throw new Error(`${folder}: not all were fitted to the same messages`);
  const strays = (await readdir(folder)).filter((name) => !CLASSIFIER_IDS.some((id) => name === `${id}.json`));
  if (strays.length > 0) throw new Error(`${folder}: nothing reads ${strays.join(', ')}`);
  return Object.fromEntries(files) as ClassifierFiles;
}
