import { describe, expect, it } from 'vitest';
import type { DocumentId, DocumentVersion } from '#domain/ids.ts';
import { documentListSchema, documentSchema } from '#wire/document.ts';
import { passageSchema } from '#wire/passage.ts';
import { searchReplySchema } from '#wire/search.ts';
import { createTestApp } from '../support/http-app.ts';
import { document, documentText, passage } from '../support/http-samples.ts';

const old = 'a'.repeat(64) as DocumentVersion;
const withdrawn = { status: 'withdrawn', withdrawnOn: '2026-11-20' } as const;

function withDocuments(
  current: ReturnType<typeof document> | null,
  previous: ReturnType<typeof document> | null = null,
) {
  return createTestApp({
    knowledge: {
      documents: {
        list: async () => [document(), document({ status: 'draft' }), document(withdrawn)],
        find: async (id, version) => {
          if (current === null || id !== current.id) return null;
          return version === undefined || version === current.version ? current : (previous ?? null);
        },
        findPassage: async (id) => (id === passage.id ? passage : null),
      },
    },
  });
}

describe('documents', () => {
  it('are listed when published, marked where their review is overdue', async () => {
    const { app } = withDocuments(document());
    const { documents } = documentListSchema.parse(await (await app.request('/v1/documents')).json());
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({ documentId: 'what-is-cik', overdue: true, url: null });
    expect(documents[0]).not.toHaveProperty('text');
  });

  it('are read whole, so that a citation can be checked', async () => {
    const { app } = withDocuments(document());
    const read = documentSchema.parse(await (await app.request('/v1/documents/what-is-cik')).json());
    expect(read.text).toBe(documentText);
    expect(read.text.slice(passage.start, passage.end)).toBe(passage.text);
  });

  it('are found by ids with a slash, encoded or not', async () => {
    const { app } = withDocuments(document({ id: 'guides/cik.v2' as DocumentId }));
    expect((await app.request('/v1/documents/guides%2Fcik.v2')).status).toBe(200);
    expect((await app.request('/v1/documents/guides/cik.v2')).status).toBe(200);
  });

  it('keep their old versions readable', async () => {
    const { app } = withDocuments(document(), document({ version: old, text: 'Old.' }));
    const read = await (await app.request(`/v1/documents/what-is-cik?version=${old}`)).json();
    expect(read).toMatchObject({ version: old, text: 'Old.' });
    const { app: without } = withDocuments(document());
    expect((await without.request(`/v1/documents/what-is-cik?version=${old}`)).status).toBe(404);
  });

  it('are gone in every version once withdrawn, with their title and date', async () => {
    const { app } = withDocuments(document(withdrawn), document({ version: old }));
    for (const path of ['/v1/documents/what-is-cik', `/v1/documents/what-is-cik?version=${old}`, '/v1/passages/p1']) {
      const response = await app.request(path);
      expect(response.status).toBe(410);
      expect(await response.json()).toMatchObject({
        error: {
          code: 'withdrawn',
          withdrawn: { title: 'What is CIK?', withdrawnOn: '2026-11-20', successor: null },
        },
      });
    }
  });

  it('are gone also when their file was removed', async () => {
    const { app } = withDocuments(document({ withdrawnOn: '2026-11-20' }));
    expect((await app.request('/v1/documents/what-is-cik')).status).toBe(410);
  });

  it('are not there for the public as drafts, nor is a draft version of a published one', async () => {
    const { app: draft } = withDocuments(document({ status: 'draft', withdrawnOn: '2026-11-20' }));
    expect((await draft.request('/v1/documents/what-is-cik')).status).toBe(404);
    expect((await draft.request('/v1/passages/p1')).status).toBe(404);
    const { app } = withDocuments(document(), document({ version: old, status: 'draft' }));
    expect((await app.request(`/v1/documents/what-is-cik?version=${old}`)).status).toBe(404);
  });

  it.each(['nothing', 'a%20b', '%00', '..%2f..%2fetc', 'x'.repeat(65), '%E0%A4%A'])('have no id %s', async (id) => {
    const { app } = withDocuments(document());
    expect((await app.request(`/v1/documents/${id}`)).status).toBe(404);
  });
});

describe('passages', () => {
  it('are read with the words and the place they were cited by', async () => {
    const { app } = createTestApp();
    const read = passageSchema.parse(await (await app.request('/v1/passages/p1')).json());
    expect(read).toMatchObject({ passageId: 'p1', section: 'Numbers', text: passage.text, title: 'What is CIK?' });
    expect((await app.request('/v1/passages/p2')).status).toBe(404);
  });

  it('are searched', async () => {
    const asked: number[] = [];
    const { postJson } = createTestApp({
      knowledge: {
        search: async (_query, { k }) => {
          asked.push(k);
          return [
            {
              passage,
              title: 'What is CIK?',
              score: 0.5,
              ranks: { words: 1, vectors: null },
              unitCosines: null,
              twins: [],
            },
          ];
        },
      },
    });
    const response = await postJson('/v1/search', { query: 'trials' });
    const { results } = searchReplySchema.parse(await response.json());
    expect(results).toMatchObject([{ passageId: 'p1', section: 'Numbers', ranks: { words: 1, vectors: null } }]);
    await postJson('/v1/search', { query: 'trials', k: 100 });
    expect(asked).toEqual([10, 100]);
  });

  it.each([
    {},
    { query: ' ' },
    { query: 'a'.repeat(4001) },
    { query: 'a', k: 0 },
    { query: 'a', k: 101 },
    { query: 'a', q: 1 },
  ])('are not searched for %j', async (body) => {
    const { postJson } = createTestApp();
    expect((await postJson('/v1/search', body)).status).toBe(422);
  });
});
