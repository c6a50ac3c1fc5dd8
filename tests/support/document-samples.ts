import type { DocumentRevision } from '#domain/document.ts';
import type { DocumentId, DocumentVersion, PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage.ts';
import type { DocumentStore } from '#domain/ports.ts';

export function sampleRevision(overrides: Partial<DocumentRevision> & { id: DocumentId }): DocumentRevision {
  return {
    version: `${overrides.id}-v1` as DocumentVersion,
    title: 'What cold storage is',
    kind: 'guide',
    topic: null,
    url: 'https://clinic.example/guide',
    source: null,
    reviewedBy: null,
    reviewedOn: '2026-06-02',
    reviewBy: null,
    language: 'en',
    status: 'published',
    text: 'Cells are kept cold. They are thawed before use. 😀 Ünïcode stays.',
    ...overrides,
  };
}

export function samplePassages(revision: DocumentRevision, count = 2): Passage[] {
  return Array.from({ length: count }, (_, ordinal) => ({
    id: `${revision.version}-p${ordinal}` as PassageId,
    documentId: revision.id,
    documentVersion: revision.version,
    ordinal,
    kind: ordinal === 0 ? ('prose' as const) : ('table_row' as const),
    headingPath: ['Storage', `Step ${ordinal}`],
    start: 0,
    end: 20,
    text: revision.text.slice(0, 20),
    units: [{ start: 0, end: 20, text: revision.text.slice(0, 20), label: null }],
    table: ordinal === 0 ? null : { name: 'Steps', columns: ['step', 'place'], cells: ['1', 'freezer'] },
  }));
}

export function asDocumentId(id: string): DocumentId {
  return id as DocumentId;
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** One document staged and put into force. */
export async function putDocument(
  store: DocumentStore,
  revision: DocumentRevision,
  passages: readonly Passage[],
): Promise<string> {
  await store.discardStaged();
  const [staged] = await store.stage([{ revision, passages, file: `${revision.id}.md` }]);
  await store.publish(await store.upcomingDigest());
  return staged?.kind ?? 'nothing';
}

/** Ids of what may be retrieved. */
export async function idsInForce(store: DocumentStore): Promise<string[]> {
  return [...(await store.versionsInForce()).keys()].sort();
}
