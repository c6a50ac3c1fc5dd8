import { describe, expect, test } from 'vitest';
import type { DocumentVersion } from '#domain/ids.ts';
import type { DocumentStore } from '#domain/ports.ts';
import {
  asDocumentId,
  collect,
  idsInForce,
  putDocument,
  samplePassages,
  sampleRevision,
} from '../support/document-samples.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';

const [a, b] = [sampleRevision({ id: asDocumentId('a') }), sampleRevision({ id: asDocumentId('b') })];
const newer = { ...a, version: 'second' as DocumentVersion, text: 'Cells are kept colder than before.' };
const staged = (revision: typeof a, passages = samplePassages(revision)) => ({
  revision,
  passages,
  file: `${revision.id}.md`,
});

/** How every `DocumentStore` prepares an update. `open` gives an empty one. */
export function stagingContract(name: string, open: (clock: FakeClock) => DocumentStore): void {
  const openWith = async (...revisions: Array<typeof a>) => {
    const store = open(createFakeClock());
    for (const revision of revisions) await putDocument(store, revision, samplePassages(revision));
    return store;
  };
  const publish = async (store: DocumentStore) => store.publish(await store.upcomingDigest());
  const upcoming = async (store: DocumentStore) =>
    (await collect(store.upcoming())).map(({ id, version }) => [id, version]);

  describe(`${name} stages an update`, () => {
    test('of which nothing is seen before it is published, and then all', async () => {
      const store = await openWith(a);
      const before = await store.corpus();
      expect(await store.stage([staged(newer), staged(b)])).toEqual([{ kind: 'updated' }, { kind: 'added' }]);
      expect(await store.corpus()).toEqual(before);
      expect(await idsInForce(store)).toEqual(['a']);
      expect((await store.list()).map(({ id, version }) => [id, version])).toEqual([['a', a.version]]);
      expect((await store.find(a.id))?.text).toBe(a.text);
      expect(await store.find(a.id, newer.version)).toBeNull();
      expect(await store.find(b.id)).toBeNull();
      expect(await store.findPassage(samplePassages(newer)[0]!.id)).toBeNull();
      expect(await collect(store.publishedPassages())).toEqual(samplePassages(a));
      expect(await collect(store.upcoming())).toEqual([
        { id: 'a', version: newer.version, title: a.title, passages: samplePassages(newer) },
        { id: 'b', version: b.version, title: b.title, passages: samplePassages(b) },
      ]);
      const digest = await store.upcomingDigest();
      await store.publish(digest);
      expect(await store.corpus()).toEqual({ revision: before.revision + 1, digest });
      expect((await store.find(a.id))?.text).toBe(newer.text);
      expect(await store.findPassage(samplePassages(newer)[0]!.id)).toEqual(samplePassages(newer)[0]);
      expect(await idsInForce(store)).toEqual(['a', 'b']);
    });

    test('that is forgotten when it is discarded, and staged again without harm', async () => {
      const store = await openWith(a);
      await store.stage([staged(newer), staged(b)]);
      await store.discardStaged();
      expect(await upcoming(store)).toEqual([['a', a.version]]);
      expect(await store.find(a.id, newer.version)).toBeNull();
      expect(await store.stage([staged(b)])).toEqual([{ kind: 'added' }]);
      await publish(store);
      expect(await idsInForce(store)).toEqual(['a', 'b']);
      expect(await store.find(a.id, newer.version)).toBeNull();
      expect(await collect(store.publishedPassages())).toEqual([...samplePassages(a), ...samplePassages(b)]);
    });

    test('that splits a discarded version otherwise', async () => {
      const store = await openWith(a);
      await store.stage([staged(newer, samplePassages(newer, 3))]);
      await store.discardStaged();
      await store.stage([staged(newer, samplePassages(newer, 2))]);
      await publish(store);
      expect(await collect(store.publishedPassages())).toEqual(samplePassages(newer, 2));
    });

    test('that splits the version in force anew, which is not seen either', async () => {
      const store = await openWith(a);
      const anew = samplePassages(a, 3).map((passage) => ({ ...passage, headingPath: ['Anew'] }));
      const { digest } = await store.corpus();
      expect(await store.stage([staged(a, anew)])).toEqual([{ kind: 'updated' }]);
      expect(await collect(store.publishedPassages())).toEqual(samplePassages(a));
      expect(await store.findPassage(anew[0]!.id)).toEqual(samplePassages(a)[0]);
      expect((await collect(store.upcoming()))[0]?.passages).toEqual(anew);
      expect(await store.upcomingDigest()).not.toBe(digest);
      await publish(store);
      expect(await collect(store.publishedPassages())).toEqual(anew);
    });

    test('and withdraws in it what was not staged, or that alone', async () => {
      const store = await openWith(a, b);
      await store.stage([staged(newer)]);
      expect(await store.notStaged()).toEqual(['b']);
      await store.stageWithdrawals(await store.notStaged());
      expect(await upcoming(store)).toEqual([['a', newer.version]]);
      expect(await idsInForce(store)).toEqual(['a', 'b']);
      expect(await store.publishWithdrawals()).toBe(1);
      expect(await store.publishWithdrawals()).toBe(0);
      expect([...(await store.versionsInForce())]).toEqual([['a', a.version]]);
      expect(await upcoming(store)).toEqual([['a', newer.version]]);
      await publish(store);
      expect([...(await store.versionsInForce())]).toEqual([['a', newer.version]]);
      expect(await store.find(b.id)).toMatchObject({ status: 'withdrawn' });
    });

    test('and takes of two files with one id the first', async () => {
      const store = await openWith();
      const copy = { ...staged(newer), file: 'copy.md' };
      expect(await store.stage([staged(a), copy])).toEqual([{ kind: 'added' }, { kind: 'duplicate', file: 'a.md' }]);
      expect(await store.stage([copy])).toEqual([{ kind: 'duplicate', file: 'a.md' }]);
      await publish(store);
      expect([...(await store.versionsInForce())]).toEqual([['a', a.version]]);
    });

    test('and gives equal digests to equal documents alone, however they came about', async () => {
      const store = await openWith(a, b);
      const other = await openWith(b, newer, a);
      const { digest, revision } = await store.corpus();
      expect((await other.corpus()).digest).toBe(digest);
      await store.withdraw(b.id);
      expect(await store.corpus()).toEqual({
        revision: revision + 1,
        digest: (await openWith(a).then((s) => s.corpus())).digest,
      });
      expect((await openWith(newer, b).then((s) => s.corpus())).digest).not.toBe(digest);
    });

    test('that changes nothing without raising the revision', async () => {
      const store = await openWith(a);
      const before = await store.corpus();
      expect(await store.stage([staged(a)])).toEqual([{ kind: 'unchanged' }]);
      await publish(store);
      expect(await store.corpus()).toEqual(before);
      expect(await store.corpusRevision()).toBe(before.revision);
    });
  });
}
