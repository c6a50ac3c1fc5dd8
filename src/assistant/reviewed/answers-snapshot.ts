import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { renameDurably, writeDurably } from '#knowledge/indexing/durable-file.ts';
import type { AnswerSource } from './read-answer-files.ts';

const schema = z.object({ sources: z.array(z.object({ file: z.string(), text: z.string() })) });

/**
 * The answers as the last ingest took them over: what is edited in the folder is served only once it was ingested, and a
 * running server sees that another process did so. One file, replaced whole.
 */
export function createAnswersSnapshot(path: string) {
  return {
    /** Changes whenever the file does; null while there is none. */
    async mark(): Promise<string | null> {
      const found = await stat(path).catch(() => null);
      return found === null ? null : `${found.ino}-${found.mtimeMs}-${found.size}`;
    },
    /** Throws when it cannot be read: then nothing of it may be served. */
    async read(): Promise<readonly AnswerSource[]> {
      return schema.parse(JSON.parse(await readFile(path, 'utf8'))).sources;
    },
    async write(sources: readonly AnswerSource[]): Promise<void> {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const draft = `${path}.${randomUUID()}`;
      await writeDurably(draft, JSON.stringify({ sources }));
      await renameDurably(draft, path);
    },
  };
}

export type AnswersSnapshot = ReturnType<typeof createAnswersSnapshot>;
