import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reviewer } from './reviewers.ts';
import { digestOf, readSignature } from './sign-text.ts';

/** `changed`: signed once, and edited since. `unknown`: by somebody who is not in `REVIEWERS.yaml`. */
export type SignatureState = 'signed' | 'unsigned' | 'changed' | 'unknown';

export interface FileSignature {
  /** Path below the folder, with `/`. */
  readonly file: string;
  readonly state: SignatureState;
  readonly reviewedBy: string | null;
  /** ISO. */
  readonly reviewedOn: string | null;
}

function judge(text: string, reviewers: readonly Reviewer[]): Omit<FileSignature, 'file'> {
  const { reviewedBy, reviewedOn, reviewedText } = readSignature(text);
  const signer = { reviewedBy, reviewedOn };
  if (reviewedBy === null) return { state: 'unsigned', ...signer };
  if (!reviewers.some(({ id }) => id === reviewedBy)) return { state: 'unknown', ...signer };
  return { state: reviewedText === digestOf(text) ? 'signed' : 'changed', ...signer };
}

/** Who has signed each file of rules, texts and weights below `folder` (`prompts`), by path. */
export async function listSignatures(folder: string, reviewers: readonly Reviewer[]): Promise<FileSignature[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => /\.(yaml|json)$/u.test(name)).map((name) => name.replaceAll('\\', '/'));
  return Promise.all(
    files.sort().map(async (file) => ({ file, ...judge(await readFile(join(folder, file), 'utf8'), reviewers) })),
  );
}
