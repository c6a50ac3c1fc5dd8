import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { IndexableDocument } from '#domain/ports.ts';
import { documentId, documentVersion } from './id-schema.ts';
import { passageColumns, readPassageRow, toPassage } from './passage-row.ts';
import { orStorageFault } from './storage-fault.ts';

/** Documents read between two turns of the event loop. */
const pageSize = 256;

const rowSchema = z.object({
  id: documentId,
  version: documentVersion,
  title: z.string(),
  split: z.string(),
  isResplit: z.int(),
});

type Row = z.infer<typeof rowSchema>;

const fields = 'd.id AS id, r.version AS version, r.title AS title';

const upcomingPage = `SELECT ${fields}, coalesce(s.split, d.split) AS split, coalesce(s.is_resplit, 0) AS "isResplit"
  FROM documents d
  LEFT JOIN staged_documents s ON s.document_id = d.id
  JOIN revisions r ON r.document_id = d.id AND r.version = coalesce(s.version, d.current_version)
  WHERE d.id > ? AND r.status = 'published'
    AND CASE WHEN s.document_id IS NULL THEN d.withdrawn_on ELSE s.withdrawn_on END IS NULL
  ORDER BY d.id LIMIT ${pageSize}`;

const presentPage = `SELECT ${fields}, d.split AS split, 0 AS "isResplit"
  FROM documents d
  JOIN revisions r ON r.document_id = d.id AND r.version = d.current_version
  WHERE d.id > ? AND r.status = 'published' AND d.withdrawn_on IS NULL
  ORDER BY d.id LIMIT ${pageSize}`;

/** What will be in force after the next publishing, or is now: read in pages, so that neither memory nor other work suffers. */
export function prepareUpcoming(database: Database.Database) {
  const pages = {
    upcoming: database.prepare<[string]>(upcomingPage),
    present: database.prepare<[string]>(presentPage),
  };
  const passagesOf = database.prepare<[string, string]>(
    `SELECT ${passageColumns} FROM passages p
     WHERE p.document_id = ? AND p.document_version = ? AND p.superseded = 0 ORDER BY p.ordinal`,
  );
  const stagedPassagesOf = database.prepare<[string]>(
    `SELECT ${passageColumns} FROM staged_passages p WHERE p.document_id = ? ORDER BY p.ordinal`,
  );

  async function* rows(state: keyof typeof pages): AsyncGenerator<Row> {
    let last = '';
    for (;;) {
      const found = orStorageFault(() => pages[state].all(last).map((row) => rowSchema.parse(row)));
      yield* found;
      last = found.at(-1)?.id ?? '';
      if (found.length < pageSize) return;
      await setImmediate();
    }
  }

  return {
    rows,
    async *documents(): AsyncGenerator<IndexableDocument> {
      for await (const { id, version, title, isResplit } of rows('upcoming')) {
        const passages = orStorageFault(() =>
          (isResplit === 1 ? stagedPassagesOf.all(id) : passagesOf.all(id, version)).map((row) =>
            toPassage(readPassageRow(row)),
          ),
        );
        yield { id, version, title, passages };
      }
    },
    async digest(state: keyof typeof pages): Promise<string> {
      const hash = createHash('sha256');
      for await (const { id, version, split } of rows(state)) hash.update(`${id}\n${version}\n${split}\n`);
      return hash.digest('hex');
    },
  };
}
