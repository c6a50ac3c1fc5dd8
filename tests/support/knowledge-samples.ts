import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DocumentRevision } from '#domain/document.ts';
import type { DocumentId, DocumentVersion, PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage.ts';
import type { Embedder } from '#domain/ports.ts';
import { createKnowledge, type KnowledgeDeps } from '#knowledge/create-knowledge.ts';
import type { CorpusFile } from '#knowledge/ingest/corpus-file.ts';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { createSqliteEmbeddingCache } from '#storage/sqlite/embedding-cache.ts';
import { createProcessLock } from '#storage/sqlite/process-lock.ts';
import { createFakeClock } from './fake-clock.ts';

/** A document whose passages are the given sentences. */
export function documentOf(id: string, title: string, sentences: readonly string[]): CorpusFile & { file: string } {
  const text = sentences.join('\n\n');
  const version = createHash('sha256').update(`${title}\n${text}`).digest('hex') as DocumentVersion;
  const revision: DocumentRevision = {
    id: id as DocumentId,
    version,
    title,
    kind: null,
    topic: null,
    url: null,
    source: null,
    reviewedBy: null,
    reviewedOn: null,
    reviewBy: null,
    language: 'en',
    status: 'published',
    text,
  };
  let from = 0;
  const passages = sentences.map((sentence, ordinal): Passage => {
    const start = from;
    const end = start + sentence.length;
    from = end + 2;
    return {
      id: `${id}-${version.slice(0, 8)}-${ordinal}` as PassageId,
      documentId: id as DocumentId,
      documentVersion: version,
      ordinal,
      kind: 'prose',
      headingPath: [],
      start,
      end,
      text: sentence,
      units: [{ start, end, text: sentence, label: null }],
      table: null,
    };
  });
  return { file: `${id}.md`, revision, passages, warnings: [] };
}

export interface LogLine {
  readonly level: 'info' | 'warn';
  readonly message: string;
  readonly fields: object;
}

export interface KnowledgeSetup {
  readonly dataDir: string;
  readonly embedder: Embedder | null;
  readonly corpus: CorpusFile[];
  readonly glossary?: KnowledgeDeps['glossary'];
  readonly storage?: ReturnType<typeof createSqliteStorage>;
}

/** Knowledge over SQLite in memory; `corpus` may be changed between two ingests. */
export function setUpKnowledge({ dataDir, embedder, corpus, glossary = [], storage }: KnowledgeSetup) {
  const clock = createFakeClock();
  const log: LogLine[] = [];
  const note = (level: LogLine['level']) => (fields: object, message: string) => {
    log.push({ level, message, fields });
  };
  const stores = storage ?? createSqliteStorage({ path: ':memory:', clock });
  const knowledge = createKnowledge({
    store: stores.documents,
    embedder,
    embeddingCache: createSqliteEmbeddingCache(':memory:'),
    lock: createProcessLock({ path: join(dataDir, 'writer-lock'), clock }),
    glossary,
    readCorpus: async function* () {
      yield* corpus;
    },
    corpusDir: 'corpus',
    dataDir,
    clock,
    log: { info: note('info'), warn: note('warn') },
  });
  return { knowledge, storage: stores, log, clock };
}

export const sampleCorpus = (): CorpusFile[] => [
  documentOf('storage', 'How cells are kept', [
    'Cells are kept in liquid nitrogen at minus 196 degrees.',
    'A courier brings the frozen bags to the hospital.',
    'The bags are thawed at the bedside within ten minutes.',
  ]),
  documentOf('infusion', 'The day of the infusion', [
    'The infusion takes about thirty minutes.',
    'Mild fever is common on the first evening.',
    'A courier brings the frozen bags to the hospital!',
  ]),
  documentOf('gastric', 'Gastric tumours', [
    'Gastric tumours are treated by surgery first.',
    'Haematology is told about every anaemia.',
  ]),
];
