import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { documentOf, sampleCorpus, setUpKnowledge } from '../../support/knowledge-samples.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const files = ['manifest.json', 'passages.bin', 'words.bin', 'pieces.bin', 'vectors.hnsw'];
const rebuilt = 'The saved index is not used and a new one is built.';
const question = 'How long does the infusion take?';

/** A saved index, kept whole in `original`, and its documents. */
async function saved(change: (corpus: ReturnType<typeof sampleCorpus>) => void = () => undefined) {
  const dataDir = temporaryFolder();
  const storage = createSqliteStorage({ path: ':memory:', clock: createFakeClock() });
  onTestFinished(() => storage.close());
  const corpus = sampleCorpus();
  change(corpus);
  const first = setUpKnowledge({ dataDir, embedder: createFakeEmbedder(), corpus, storage });
  await first.knowledge.ingest([]);
  const answers = await first.knowledge.search(question, { k: 10 });
  await first.knowledge.close();
  const indexDir = join(dataDir, 'index');
  const name = readdirSync(indexDir)[0] ?? '';
  const original = join(temporaryFolder(), name);
  cpSync(join(indexDir, name), original, { recursive: true });

  /** Opens the index after `damage` to a fresh copy of its folder; whether it was built again. Answers are as before. */
  async function isRebuiltAfter(damage: (folder: string) => void): Promise<boolean> {
    rmSync(indexDir, { recursive: true });
    cpSync(original, join(indexDir, name), { recursive: true });
    damage(join(indexDir, name));
    const { knowledge, log } = setUpKnowledge({ dataDir, embedder: createFakeEmbedder(), corpus, storage });
    await knowledge.refresh();
    expect(await knowledge.search(question, { k: 10 })).toEqual(answers);
    await knowledge.close();
    return log.some(({ message }) => message === rebuilt);
  }
  return { original, isRebuiltAfter };
}

describe('a saved index that is damaged is never read, but built again', { timeout: 120_000 }, () => {
  test('and one that is not damaged is read', async () => {
    const { isRebuiltAfter } = await saved();
    expect(await isRebuiltAfter(() => undefined)).toBe(false);
  });

  test.each(files)('whichever byte of %s is another', async (file) => {
    const { original, isRebuiltAfter } = await saved();
    const { length } = readFileSync(join(original, file));
    // A prime step, so that every place of a number is met; some 40 openings a file.
    const step = [1, 3, 7, 13, 31, 61, 127, 251].find((prime) => length / prime <= 40) ?? 251;
    for (let at = 0; at < length; at += step) {
      const isRebuilt = await isRebuiltAfter((folder) => {
        const bytes = readFileSync(join(folder, file));
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
        writeFileSync(join(folder, file), bytes);
      });
      expect({ at, isRebuilt }).toEqual({ at, isRebuilt: true });
    }
  });

  test.each(files)('wherever %s is cut off, or when it is empty', async (file) => {
    const { original, isRebuiltAfter } = await saved();
    const { length } = readFileSync(join(original, file));
    for (const bytes of [0, 1, 4, 96, Math.floor(length / 2), length - 4, length - 1]) {
      expect(await isRebuiltAfter((folder) => truncateSync(join(folder, file), Math.max(0, bytes)))).toBe(true);
    }
  });

  test.each(files)('when %s is that of another generation', async (file) => {
    const { isRebuiltAfter } = await saved();
    const other = await saved((corpus) => corpus.push(documentOf('visits', 'Visits', ['Families may visit.'])));
    expect(await isRebuiltAfter((folder) => copyFileSync(join(other.original, file), join(folder, file)))).toBe(true);
  });
});
