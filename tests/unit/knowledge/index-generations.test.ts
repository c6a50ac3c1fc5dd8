import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { sampleCorpus, setUpKnowledge } from '../../support/knowledge-samples.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const notUsed = 'The saved index is not used and a new one is built.';

/** A saved index, and what to open it again with. */
async function saved(identity = 'fake@1') {
  const dataDir = temporaryFolder();
  const storage = createSqliteStorage({ path: ':memory:', clock: createFakeClock() });
  const corpus = sampleCorpus();
  const open = (embedder: ReturnType<typeof createFakeEmbedder> | null = createFakeEmbedder(identity)) =>
    setUpKnowledge({ dataDir, embedder, corpus, storage });
  const { knowledge } = open();
  await knowledge.ingest([]);
  await knowledge.close();
  const indexDir = join(dataDir, 'index');
  const generation = () => readdirSync(indexDir).find((name) => name.startsWith('generation-')) ?? '';
  return { open, corpus, indexDir, generation, folder: join(indexDir, generation()), storage };
}

/** Opens the index and gives the reasons for building it again. */
async function reasonsAfterOpening(
  open: Awaited<ReturnType<typeof saved>>['open'],
  embedder?: Parameters<typeof open>[0],
) {
  const { knowledge, log } = embedder === undefined ? open() : open(embedder);
  await knowledge.refresh();
  const [best] = await knowledge.search('How long does the infusion take?', { k: 1 });
  expect(best?.passage.text).toBe('The infusion takes about thirty minutes.');
  await knowledge.close();
  return log.filter(({ message }) => message === notUsed).map(({ fields }) => (fields as { reason: string }).reason);
}

const dataFiles = ['passages.bin', 'words.bin', 'pieces.bin', 'vectors.hnsw'];

describe('a saved index', () => {
  test('is loaded as it was, without embedding anything', async () => {
    const { open } = await saved();
    const embedder = createFakeEmbedder();
    expect(await reasonsAfterOpening(open, embedder)).toEqual([]);
    expect(embedder.embedded).toEqual(['How long does the infusion take?']);
  });

  test.each([...dataFiles, 'manifest.json'])('is built again when %s is cut off', async (file) => {
    const { open, folder } = await saved();
    truncateSync(join(folder, file), 40);
    expect(await reasonsAfterOpening(open)).toHaveLength(1);
  });

  test.each([...dataFiles, 'manifest.json'])('is built again when %s is missing', async (file) => {
    const { open, folder } = await saved();
    rmSync(join(folder, file));
    expect(await reasonsAfterOpening(open)).toHaveLength(1);
  });

  test.each(dataFiles)('is built again when one bit of %s has flipped, wherever', async (file) => {
    for (const part of [0.01, 0.5, 0.99]) {
      const { open, folder } = await saved();
      const bytes = readFileSync(join(folder, file));
      const at = Math.floor(bytes.length * part);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      writeFileSync(join(folder, file), bytes);
      expect(await reasonsAfterOpening(open)).toEqual([`${file} is damaged`]);
    }
  });

  test('is built again when its manifest says anything else, or has unknown entries', async () => {
    for (const change of [{ recipe: '0' }, { surprise: true }, { dimensions: 65 }, { passages: 9 }, { pieces: 7 }]) {
      const { open, folder } = await saved();
      const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, ...change }));
      expect(await reasonsAfterOpening(open)).toHaveLength(1);
    }
  });

  test('of another encoder is built again, also for none', async () => {
    const { open } = await saved();
    expect(await reasonsAfterOpening(open, createFakeEmbedder('fake@2'))).toEqual(['another encoder made it']);
    expect(await reasonsAfterOpening(open, null)).toEqual(['another encoder made it']);
  });

  test('of other documents is built again', async () => {
    const { open, storage } = await saved();
    await storage.documents.withdraw(sampleCorpusId('storage'));
    expect(await reasonsAfterOpening(open)).toEqual(['the documents have changed']);
  });

  test('is the only one left', async () => {
    const { open, corpus, generation, indexDir } = await saved();
    const before = generation();
    corpus.pop();
    const { knowledge } = open();
    await knowledge.ingest([]);
    await knowledge.close();
    expect(generation()).not.toBe(before);
    expect(readdirSync(indexDir)).toEqual([generation()]);
    expect(readdirSync(join(indexDir, generation())).sort()).toEqual([...dataFiles, 'manifest.json'].sort());
  });

  test('that another process built is taken into use', async () => {
    const { open, corpus } = await saved();
    const [server, other] = [open(), open()];
    await server.knowledge.refresh();
    corpus.splice(2, 1);
    await other.knowledge.ingest([]);
    await other.knowledge.close();
    server.clock.advance(60_000);
    await server.knowledge.search('courier', { k: 1 });
    await server.knowledge.close();
    expect(server.log.map(({ message }) => message)).toEqual(['A saved index is in use.', 'A saved index is in use.']);
  });

  test('that cannot be saved is used all the same', async () => {
    const { open, indexDir } = await saved();
    rmSync(indexDir, { recursive: true });
    writeFileSync(indexDir, 'a file where the folder should be');
    const { knowledge, log } = open();
    await knowledge.refresh();
    expect(await knowledge.search('courier', { k: 1 })).toHaveLength(1);
    await knowledge.close();
    expect(log.some(({ level, message }) => level === 'warn' && /could not be saved/.test(message))).toBe(true);
  });
});

function sampleCorpusId(id: string) {
  const found = sampleCorpus().find((file) => 'revision' in file && file.revision.id === id);
  if (found === undefined || !('revision' in found)) throw new Error(`There is no sample "${id}".`);
  return found.revision.id;
}
