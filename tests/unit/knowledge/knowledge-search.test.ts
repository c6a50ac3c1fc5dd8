import { describe, expect, onTestFinished, test } from 'vitest';
import type { DocumentId } from '#domain/ids.ts';
import { CitewellRetriever } from '#knowledge/ranking/citewell-retriever.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { documentOf, type KnowledgeSetup, sampleCorpus, setUpKnowledge } from '../../support/knowledge-samples.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function ready(options: Partial<KnowledgeSetup> = {}) {
  const setup = setUpKnowledge({
    dataDir: temporaryFolder(),
    embedder: createFakeEmbedder(),
    corpus: sampleCorpus(),
    ...options,
  });
  await setup.knowledge.ingest([]);
  onTestFinished(() => setup.knowledge.close());
  return setup;
}

const textsOf = (found: ReadonlyArray<{ passage: { text: string } }>) => found.map(({ passage }) => passage.text);

describe('searching', () => {
  test('finds by words and by vectors and says at which rank', async () => {
    const { knowledge } = await ready();
    const [best] = await knowledge.search('An infusion takes thirty minutes?', { k: 3 });
    expect(best?.passage.text).toBe('The infusion takes about thirty minutes.');
    expect(best).toMatchObject({ title: 'The day of the infusion', ranks: { words: 1, vectors: 1 }, twins: [] });
  });

  test('shows the same words once, and where else they stand', async () => {
    const { knowledge } = await ready();
    const found = await knowledge.search('Who brings the frozen bags to the hospital?', { k: 5 });
    expect(textsOf(found).filter((text) => text.startsWith('A courier'))).toHaveLength(1);
    const [courier] = found;
    expect(courier?.twins).toHaveLength(1);
    const documents = [courier?.passage.documentId, courier?.twins[0]?.documentId].sort();
    expect(documents).toEqual(['infusion', 'storage']);
    const twin = courier?.twins[0];
    const document = await knowledge.documents.find(twin?.documentId as DocumentId);
    expect(document?.text.slice(twin?.start, twin?.end)).toMatch(/^A courier/);
  });

  test('reads other spellings and typing errors', async () => {
    const { knowledge } = await ready({ embedder: null });
    for (const query of ['gastric tumors', 'gastrik tumours', 'hematology', 'anemia']) {
      expect((await knowledge.search(query, { k: 1 }))[0]?.passage.documentId).toBe('gastric');
    }
  });

  test('finds by words alone without an encoder', async () => {
    const { knowledge, log } = await ready({ embedder: null });
    const [best] = await knowledge.search('fever on the first evening', { k: 3 });
    expect(best).toMatchObject({ passage: { documentId: 'infusion' }, ranks: { words: 1, vectors: null } });
    expect(log.filter(({ level }) => level === 'warn')).toEqual([]);
  });

  test('searches by words alone, and says so, when the encoder fails', async () => {
    const embedder = createFakeEmbedder();
    const { knowledge, log } = await ready({ embedder });
    embedder.failure = new Error('down');
    const [best] = await knowledge.search('mild fever', { k: 3 });
    expect(best).toMatchObject({ passage: { documentId: 'infusion' }, ranks: { vectors: null } });
    expect(log.at(-1)).toMatchObject({ level: 'warn' });
    expect(JSON.stringify(log)).not.toContain('mild fever');
  });

  test('leaves a withdrawn document out at once, also as a twin', async () => {
    const { knowledge, storage } = await ready();
    await storage.documents.withdraw('storage' as DocumentId);
    const found = await knowledge.search('courier frozen bags liquid nitrogen', { k: 10 });
    expect(found.length).toBeGreaterThan(0);
    for (const { passage, twins } of found) {
      expect([passage.documentId, ...twins.map((twin) => twin.documentId)]).not.toContain('storage');
    }
  });

  test('gives as many as are asked for, best first, and the same each time', async () => {
    const { knowledge } = await ready();
    const found = await knowledge.search('cells', { k: 4 });
    expect(found).toHaveLength(4);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    expect(await knowledge.search('cells', { k: 4 })).toEqual(found);
  });

  test('rejects when it is cancelled', async () => {
    const { knowledge } = await ready();
    const cancelled = AbortSignal.abort(new Error('gone'));
    await expect(knowledge.search('cells', { k: 1, signal: cancelled })).rejects.toThrow('gone');
  });

  test('is not ready before there is an index', async () => {
    const { knowledge } = setUpKnowledge({ dataDir: temporaryFolder(), embedder: null, corpus: [] });
    await expect(knowledge.search('cells', { k: 1 })).rejects.toMatchObject({ code: 'not_ready' });
    expect(knowledge.readiness()).toMatchObject({ ready: false });
    await knowledge.close();
  });

  test('finds nothing, without failing, in an empty corpus', async () => {
    const { knowledge } = await ready({ corpus: [] });
    expect(await knowledge.search('cells', { k: 5 })).toEqual([]);
    expect(knowledge.readiness()).toEqual({ ready: true, done: 0, total: 0, etaSeconds: null });
  });

  test('is a LangChain retriever that a run can cancel', async () => {
    const { knowledge } = await ready();
    const retriever = new CitewellRetriever({ retrieve: knowledge.search, k: 2 });
    const [best] = await retriever.invoke('How long does the infusion take?');
    expect(best?.pageContent).toBe('The infusion takes about thirty minutes.');
    expect(best?.metadata).toMatchObject({ documentId: 'infusion', title: 'The day of the infusion' });
    const cancelled = AbortSignal.abort(new Error('gone'));
    await expect(retriever.invoke('infusion', { signal: cancelled })).rejects.toThrow('gone');
  });
});

describe('ingesting', () => {
  test('withdraws documents whose file is gone, takes new ones, embeds only what is new', async () => {
    const corpus = sampleCorpus();
    const embedder = createFakeEmbedder();
    const { knowledge } = await ready({ corpus, embedder });
    const before = embedder.embedded.length;
    corpus.splice(0, 1, documentOf('visits', 'Visits', ['Families may visit every afternoon.']));
    expect(await knowledge.ingest([])).toMatchObject({ added: 1, unchanged: 2, withdrawn: 1, failures: [] });
    expect(embedder.embedded.slice(before)).toEqual(['Families may visit every afternoon.']);
    expect((await knowledge.search('when may families visit', { k: 1 }))[0]?.passage.documentId).toBe('visits');
    expect(textsOf(await knowledge.search('liquid nitrogen', { k: 10 })).join()).not.toContain('nitrogen');
  });

  test('keeps documents when a file cannot be read, because it may be theirs, and says so', async () => {
    const corpus = sampleCorpus();
    const { knowledge } = await ready({ corpus });
    corpus.splice(0, 1, { file: 'storage.md', reason: 'is not UTF-8' });
    const report = await knowledge.ingest([]);
    expect(report.withdrawn).toBe(0);
    expect(report.failures.map(({ file }) => file)).toEqual(['storage.md', 'storage']);
    expect((await knowledge.search('liquid nitrogen', { k: 1 }))[0]?.passage.documentId).toBe('storage');
  });

  test('names both files of a duplicate id and keeps the first', async () => {
    const corpus = [...sampleCorpus(), { ...documentOf('storage', 'Copy', ['Something else.']), file: 'copy.md' }];
    const { knowledge } = setUpKnowledge({ dataDir: temporaryFolder(), embedder: null, corpus });
    const { failures } = await knowledge.ingest([]);
    expect(failures).toHaveLength(1);
    expect(`${failures[0]?.file} ${failures[0]?.reason}`).toMatch(/copy\.md .*storage\.md/);
    await knowledge.close();
  });

  test('runs one after the other when two are asked for at once', async () => {
    const corpus = sampleCorpus();
    const { knowledge } = setUpKnowledge({ dataDir: temporaryFolder(), embedder: createFakeEmbedder(), corpus });
    const [first, second] = await Promise.all([knowledge.ingest([]), knowledge.ingest([])]);
    expect(first).toMatchObject({ added: 3, unchanged: 0 });
    expect(second).toMatchObject({ added: 0, unchanged: 3 });
    await knowledge.close();
  });

  test('tells how far it is', async () => {
    const { knowledge } = setUpKnowledge({
      dataDir: temporaryFolder(),
      embedder: createFakeEmbedder(),
      corpus: sampleCorpus(),
    });
    const stages: string[] = [];
    await knowledge.ingest([], ({ stage, done, total }) => stages.push(`${stage} ${done}/${total}`));
    expect(stages).toEqual(expect.arrayContaining(['reading 3/3', 'indexing 8/8', 'embedding 0/8', 'embedding 8/8']));
    expect(knowledge.readiness()).toEqual({ ready: true, done: 8, total: 8, etaSeconds: null });
    await knowledge.close();
  });

  test('serves by words when the documents cannot be embedded, and embeds them at the next update', async () => {
    const embedder = createFakeEmbedder();
    embedder.failure = new Error('down');
    const { knowledge, log } = await ready({ embedder });
    expect((await knowledge.search('liquid nitrogen', { k: 1 }))[0]?.ranks).toEqual({ words: 1, vectors: null });
    expect(log.some(({ level, message }) => level === 'warn' && /could not be embedded/.test(message))).toBe(true);
    embedder.failure = null;
    await knowledge.refresh();
    expect((await knowledge.search('liquid nitrogen', { k: 1 }))[0]?.ranks).toEqual({ words: 1, vectors: 1 });
  });

  test('goes on where a stopped build was', async () => {
    const sentences = Array.from({ length: 80 }, (_, at) => `Sentence number ${at} is about bag ${at * 7}.`);
    const embedder = createFakeEmbedder();
    const embed = embedder.embed;
    let calls = 0;
    embedder.embed = async (texts, signal) => {
      calls += 1;
      if (calls === 2) throw new Error('stopped');
      return embed(texts, signal);
    };
    const { knowledge } = await ready({ embedder, corpus: [documentOf('bags', 'Bags', sentences)] });
    expect(embedder.embedded).toHaveLength(32);
    await knowledge.refresh();
    expect(embedder.embedded).toHaveLength(80);
    expect(new Set(embedder.embedded).size).toBe(80);
  });

  test('keeps answering from the index in use while the next one is built', async () => {
    const corpus = sampleCorpus();
    const { knowledge } = await ready({ corpus });
    corpus.push(documentOf('visits', 'Visits', ['Families may visit every afternoon.']));
    const during: string[] = [];
    await knowledge.ingest([], ({ stage, done }) => {
      if (stage !== 'embedding' || done > 0) return;
      knowledge.search('liquid nitrogen', { k: 1 }).then((found) => during.push(...textsOf(found)));
    });
    expect(during).toEqual(['Cells are kept in liquid nitrogen at minus 196 degrees.']);
  });
});
