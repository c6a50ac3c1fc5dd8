import { replaceFile } from '#evaluation/replace-file.ts';

/** To a file, whole or not at all, or to stdout where none is named. */
export async function writeOut(file: string | null, text: string, said: string): Promise<void> {
  if (file === null) {
    process.stdout.write(text);
    return;
  }
  await replaceFile(file, text);
  process.stderr.write(`${said} written to ${file}\n`);
}
