import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { createProcessLock } from '#storage/sqlite/process-lock.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { documentOf, sampleCorpus, setUpKnowledge } from '../../support/knowledge-samples.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const visits = documentOf('visits', 'Visits', ['Families may visit every afternoon.']);

/** Documents in force with their index, opened as often as wanted, as other processes would. */
async function inForce() {
  const dataDir = temporaryFolder();
  const storage = createSqliteStorage({ path: ':memory:', clock: createFakeClock() });
  const corpus = sampleCorpus();
  const opened: Array<() => Promise<void>> = [];
  onTestFinished(async () => {
    for (const close of opened) await close();
  });
  const open = (embedder = createFakeEmbedder()) => {
    const setup = setUpKnowledge({ dataDir, embedder, corpus, storage });
    opened.push(() => setup.knowledge.close());
    return { ...setup, embedder };
  };
  await open().knowledge.ingest([]);
  return { dataDir, indexDir: join(dataDir, 'index'), storage, corpus, open };
}

type Knowledge = ReturnType<typeof setUpKnowledge>['knowledge'];

async function documentsFor(knowledge: Knowledge, query: string): Promise<string[]> {
  return (await knowledge.search(query, { k: 50 })).map(({ passage }) => passage.documentId);
}

describe('an update that cannot be finished', () => {
  test('because the encoder fails, changes nothing but what was withdrawn', async () => {
    const { corpus, open } = await inForce();
    const { knowledge, embedder } = open();
    await knowledge.refresh();
    corpus.splice(0, 1, visits);
    embedder.failure = new Error('down');
    await expect(knowledge.ingest([])).rejects.toThrow('down');
    for (const reader of [knowledge, open().knowledge]) {
      expect(await documentsFor(reader, 'nitrogen')).not.toContain('storage');
      expect(await documentsFor(reader, 'families visit')).not.toContain('visits');
      expect(await documentsFor(reader, 'infusion')).toContain('infusion');
    }
    embedder.failure = null;
    expect(await knowledge.ingest([])).toMatchObject({ added: 1, withdrawn: 0 });
    expect(await documentsFor(knowledge, 'families visit')).toContain('visits');
  });

  test('because its index cannot be saved, is a fault that says so; the old one is used', async () => {
    const { corpus, open, indexDir, storage } = await inForce();
    const { knowledge } = open();
    await knowledge.refresh();
    const before = await storage.documents.corpus();
    rmSync(indexDir, { recursive: true });
    writeFileSync(indexDir, 'a file where the folder should be');
    corpus.push(visits);
    await expect(knowledge.ingest([])).rejects.toMatchObject({
      code: 'storage_unavailable',
      message: 'The index could not be saved.',
    });
    expect(await storage.documents.corpus()).toEqual(before);
    expect(await documentsFor(knowledge, 'families visit')).not.toContain('visits');
    expect(await documentsFor(knowledge, 'nitrogen')).toContain('storage');
  });

  test('because it was stopped between saving its index and putting it into force, needs no new index', async () => {
    const { corpus, dataDir, indexDir, open, storage } = await inForce();
    corpus.push(visits);
    const stopped = { ...storage.documents, publish: () => Promise.reject(new Error('killed')) };
    const embedder = createFakeEmbedder();
    const cut = setUpKnowledge({ dataDir, embedder, corpus, storage: { ...storage, documents: stopped } });
    await expect(cut.knowledge.ingest([])).rejects.toThrow('killed');
    await cut.knowledge.close();
    expect(readdirSync(indexDir)).toHaveLength(2);
    const { knowledge, log } = open();
    expect(await documentsFor(knowledge, 'families visit')).not.toContain('visits');
    expect(await knowledge.ingest([])).toMatchObject({ added: 1 });
    expect(log.map(({ message }) => message)).not.toContain('A new index is built.');
    expect(await documentsFor(knowledge, 'families visit')).toContain('visits');
    expect(readdirSync(indexDir)).toHaveLength(1);
  });
});

describe('what is withdrawn', () => {
  test('does not wait half a minute for the rest to be embedded', async () => {
    const { corpus, open, storage } = await inForce();
    const embedder = createFakeEmbedder();
    const { knowledge, clock } = open(embedder);
    const reader = open().knowledge;
    await reader.refresh();
    corpus.splice(
      0,
      1,
      documentOf(
        'long',
        'Long',
        Array.from({ length: 200 }, (_, at) => `Line ${at} of many.`),
      ),
    );
    const during: string[][] = [];
    const { embed } = embedder;
    embedder.embed = async (texts, signal) => {
      clock.advance(20_000);
      during.push([...(await storage.documents.versionsInForce()).keys()]);
      during.push(await documentsFor(reader, 'nitrogen'));
      return await embed(texts, signal);
    };
    await knowledge.ingest([]);
    expect(during[0]).toContain('storage');
    expect(during[1]).toContain('storage');
    expect(during.at(-2)).not.toContain('storage');
    expect(during.at(-2)).not.toContain('long');
    expect(during.at(-1)).not.toContain('storage');
    expect(await documentsFor(knowledge, 'line many')).toContain('long');
  });

  test('leaves the index usable that held it, until the next is built', async () => {
    const { open, storage } = await inForce();
    await storage.documents.withdraw(sampleIdOf('storage'));
    const embedder = createFakeEmbedder();
    const { knowledge } = open(embedder);
    embedder.failure = new Error('down');
    await expect(knowledge.refresh()).rejects.toThrow('down');
    expect(knowledge.readiness()).toMatchObject({ ready: true });
    const found = await knowledge.search('infusion nitrogen courier surgery', { k: 50 });
    const documents = new Set(found.flatMap(({ passage, twins }) => [passage, ...twins]).map((of) => of.documentId));
    expect([...documents].sort()).toEqual(['gastric', 'infusion']);
  });

  test('also as a version: an updated document is never found as it was', async () => {
    const { corpus, open, indexDir } = await inForce();
    const [server, other] = [open().knowledge, open().knowledge];
    await server.refresh();
    corpus.splice(0, 1, documentOf('storage', 'How cells are kept', ['Cells are kept in dry ice.']));
    await other.ingest([]);
    // Even when the server cannot read the new index.
    for (const name of readdirSync(indexDir)) rmSync(join(indexDir, name), { recursive: true });
    mkdirSync(indexDir, { recursive: true });
    const texts = (await server.search('cells nitrogen', { k: 50 })).map(({ passage }) => passage.text);
    expect(texts.join()).not.toContain('nitrogen');
  });
});

describe('one writer at a time', () => {
  test('a second waits as long as it was told, saying for whom, and then gives up', async () => {
    const { dataDir, open } = await inForce();
    const lock = createProcessLock({ path: join(dataDir, 'writer-lock'), clock: createFakeClock() });
    const release = lock.tryAcquire();
    const { knowledge } = open();
    const waited: unknown[] = [];
    const fault = { code: 'state_conflict', message: expect.stringContaining(`process ${process.pid}`) };
    await expect(knowledge.ingest([], (progress) => waited.push(progress), 400)).rejects.toMatchObject(fault);
    expect(waited[0]).toMatchObject({ stage: 'waiting', holder: expect.stringContaining(`process ${process.pid}`) });
    await expect(knowledge.ingest([], undefined, 0)).rejects.toMatchObject(fault);
    // What is saved is loaded all the same.
    await knowledge.refresh(undefined, 0);
    const waiting = knowledge.ingest([]);
    release?.();
    expect(await waiting).toMatchObject({ unchanged: 3 });
  });
});

function sampleIdOf(id: string) {
  const found = sampleCorpus().find((file) => 'revision' in file && file.revision.id === id);
  if (found === undefined || !('revision' in found)) throw new Error(`There is no sample "${id}".`);
  return found.revision.id;
}
