import { describe, expect, test } from 'vitest';
import type { DocumentVersion, PassageId } from '#domain/ids.ts';
import type { DocumentStore } from '#domain/ports.ts';
import {
  asDocumentId,
  collect,
  idsInForce,
  putDocument,
  samplePassages,
  sampleRevision,
} from '../support/document-samples.ts';
import { createFakeClock, dayMs, type FakeClock } from '../support/fake-clock.ts';

const id = asDocumentId('guides/cold-storage');
const second = 'second' as DocumentVersion;

/** What every `DocumentStore` does. `open` gives an empty one. */
export function documentStoreContract(name: string, open: (clock: FakeClock) => DocumentStore): void {
  describe(`${name} keeps documents`, () => {
    test('gives back what was put, character by character', async () => {
      const store = open(createFakeClock());
      const revision = sampleRevision({ id });
      const passages = samplePassages(revision);
      expect(await putDocument(store, revision, passages)).toBe('added');
      expect(await store.find(id)).toEqual({
        ...revision,
        ingestedAt: '2026-06-02T08:00:00.000Z',
        withdrawnOn: null,
      });
      expect(await store.findPassage(passages[1]!.id)).toEqual(passages[1]);
      expect(await store.passagesOf(id, revision.version)).toEqual(passages);
      expect(await store.passagesOf(id, second)).toEqual([]);
      expect(await collect(store.publishedPassages())).toEqual(passages);
      expect(await store.passagesOf(id)).toEqual(passages);
      expect(await store.passagesOf(asDocumentId('unknown'))).toEqual([]);
      const { text: _, ...summary } = revision;
      expect(await store.list()).toEqual([{ ...summary, ingestedAt: '2026-06-02T08:00:00.000Z', withdrawnOn: null }]);
    });

    test('changes nothing when the same version comes again', async () => {
      const clock = createFakeClock();
      const store = open(clock);
      const revision = sampleRevision({ id });
      await putDocument(store, revision, samplePassages(revision));
      clock.advance(dayMs);
      expect(await putDocument(store, revision, samplePassages(revision))).toBe('unchanged');
      expect((await store.find(id))?.ingestedAt).toBe('2026-06-02T08:00:00.000Z');
    });

    test('retrieves the new version only, and still finds the old one and its passages', async () => {
      const store = open(createFakeClock());
      const old = sampleRevision({ id });
      const current = sampleRevision({ id, version: second, text: 'Cells are kept colder than before.' });
      await putDocument(store, old, samplePassages(old));
      expect(await putDocument(store, current, samplePassages(current))).toBe('updated');
      expect((await collect(store.publishedPassages())).map((passage) => passage.documentVersion)).toEqual([
        second,
        second,
      ]);
      expect((await store.find(id))?.text).toBe(current.text);
      expect((await store.find(id, old.version))?.text).toBe(old.text);
      expect(await store.findPassage(samplePassages(old)[0]!.id)).toEqual(samplePassages(old)[0]);
    });

    test('goes back to an earlier version when that one comes again', async () => {
      const store = open(createFakeClock());
      const old = sampleRevision({ id });
      const current = sampleRevision({ id, version: second });
      await putDocument(store, old, samplePassages(old));
      await putDocument(store, current, samplePassages(current));
      expect(await putDocument(store, old, samplePassages(old))).toBe('updated');
      expect(await collect(store.publishedPassages())).toEqual(samplePassages(old));
      expect(await store.passagesOf(id)).toEqual(samplePassages(old));
    });

    test('replaces passages that were split anew, and keeps finding the superseded ones', async () => {
      const store = open(createFakeClock());
      const revision = sampleRevision({ id });
      await putDocument(store, revision, samplePassages(revision, 3));
      const [first, ...rest] = samplePassages(revision, 3);
      const anew = [{ ...first!, headingPath: ['Storage'] }];
      expect(await putDocument(store, revision, anew)).toBe('updated');
      expect(await collect(store.publishedPassages())).toEqual(anew);
      expect(await store.findPassage(rest[0]!.id)).toEqual(rest[0]);
      expect(await putDocument(store, revision, anew)).toBe('unchanged');
    });

    test('makes a withdrawn document unreachable at once and keeps it for the record', async () => {
      const clock = createFakeClock();
      const store = open(clock);
      const revision = sampleRevision({ id });
      await putDocument(store, revision, samplePassages(revision));
      clock.advance(dayMs);
      await store.withdraw(id);
      clock.advance(dayMs);
      await store.withdraw(id);
      expect(await idsInForce(store)).toEqual([]);
      expect(await collect(store.publishedPassages())).toEqual([]);
      expect(await store.passagesOf(id)).toEqual([]);
      expect(await store.find(id)).toMatchObject({ status: 'withdrawn', withdrawnOn: '2026-06-03' });
      expect(await store.findPassage(samplePassages(revision)[0]!.id)).not.toBeNull();
      expect(await putDocument(store, revision, samplePassages(revision))).toBe('updated');
      expect(await idsInForce(store)).toEqual([id]);
      expect(await store.find(id)).toMatchObject({ status: 'published', withdrawnOn: null });
    });

    test('stops streaming a document that is withdrawn while others are read', async () => {
      const store = open(createFakeClock());
      for (const name of ['a', 'b']) {
        const revision = sampleRevision({ id: asDocumentId(name) });
        await putDocument(store, revision, samplePassages(revision));
      }
      const seen: string[] = [];
      for await (const passage of store.publishedPassages()) {
        seen.push(passage.documentId);
        if (seen.length === 1) await store.withdraw(asDocumentId('b'));
      }
      expect(seen).toEqual(['a', 'a']);
    });

    test('publishes neither drafts nor documents that say they are withdrawn', async () => {
      const store = open(createFakeClock());
      for (const status of ['draft', 'withdrawn', 'published'] as const) {
        const revision = sampleRevision({ id: asDocumentId(status), status });
        await putDocument(store, revision, samplePassages(revision));
      }
      expect(await idsInForce(store)).toEqual([asDocumentId('published')]);
      expect(new Set((await collect(store.publishedPassages())).map((passage) => passage.documentId))).toEqual(
        new Set([asDocumentId('published')]),
      );
      expect(await store.passagesOf(asDocumentId('draft'))).toEqual([]);
      expect((await store.list()).map(({ id, withdrawnOn }) => [id, withdrawnOn])).toEqual([
        ['draft', null],
        ['published', null],
        ['withdrawn', '2026-06-02'],
      ]);
    });

    test('orders passages by document and ordinal, however they were put', async () => {
      const store = open(createFakeClock());
      for (const name of ['b', 'a']) {
        const revision = sampleRevision({ id: asDocumentId(name) });
        await putDocument(store, revision, samplePassages(revision, 12).reverse());
      }
      const order = (await collect(store.publishedPassages())).map(({ documentId, ordinal }) => [documentId, ordinal]);
      expect(order).toEqual(['a', 'b'].flatMap((name) => Array.from({ length: 12 }, (_, index) => [name, index])));
    });

    test('puts all or nothing', async () => {
      const store = open(createFakeClock());
      const revision = sampleRevision({ id });
      const [passage] = samplePassages(revision);
      await expect(putDocument(store, revision, [passage!, { ...passage!, ordinal: 1 }])).rejects.toMatchObject({
        code: 'state_conflict',
      });
      expect(await store.find(id)).toBeNull();
      const stranger = { ...passage!, documentVersion: second };
      await expect(putDocument(store, revision, [stranger])).rejects.toMatchObject({ code: 'state_conflict' });
      expect(await store.list()).toEqual([]);
    });

    test('says null for what it does not know, and refuses to withdraw it', async () => {
      const store = open(createFakeClock());
      expect(await store.find(id)).toBeNull();
      expect(await store.findPassage('nothing' as PassageId)).toBeNull();
      await expect(store.withdraw(id)).rejects.toMatchObject({ code: 'not_found' });
    });
  });
}
