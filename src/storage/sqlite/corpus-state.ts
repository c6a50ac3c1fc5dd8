import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { DocumentId, DocumentVersion } from '#domain/ids.ts';
import type { CorpusState } from '#domain/ports.ts';
import { documentId, documentVersion } from './id-schema.ts';
import { orStorageFault } from './storage-fault.ts';

const stateSchema = z.object({ revision: z.int(), digest: z.string().nullable() });
const documentSchema = z.object({ id: documentId, version: documentVersion });

/**
 * What is in force, by one number that every change raises, also that of another process: what was read once is good
 * until it rises. `digest` is asked for only when the database does not hold it.
 */
export function prepareCorpusState(database: Database.Database, digest: () => Promise<string>) {
  const state = database.prepare<[]>('SELECT revision, digest FROM corpus WHERE id = 1');
  const revision = database.prepare<[]>('SELECT revision FROM corpus WHERE id = 1').pluck();
  const change = database.prepare('UPDATE corpus SET revision = revision + 1, digest = NULL');
  const inForce = database.prepare<[]>(
    `SELECT d.id AS id, r.version AS version FROM documents d
     JOIN revisions r ON r.document_id = d.id AND r.version = d.current_version
     WHERE d.withdrawn_on IS NULL AND r.status = 'published'`,
  );
  let knownState: CorpusState | null = null;
  let versions: { readonly revision: number; readonly of: ReadonlyMap<DocumentId, DocumentVersion> } | null = null;

  const readRevision = () => Number(revision.get());
  const readState = () => orStorageFault(() => stateSchema.parse(state.get()));

  return {
    revision: readRevision,
    /** Within the transaction of the change. */
    markChanged: () => void change.run(),
    async state(): Promise<CorpusState> {
      for (;;) {
        const { revision: now, digest: stored } = readState();
        if (stored !== null) return { revision: now, digest: stored };
        if (knownState?.revision === now) return knownState;
        const computed = await digest();
        if (readState().revision === now) {
          knownState = { revision: now, digest: computed };
          return knownState;
        }
      }
    },
    versionsInForce(): ReadonlyMap<DocumentId, DocumentVersion> {
      const now = readRevision();
      if (versions?.revision !== now) {
        const rows = inForce.all().map((row) => documentSchema.parse(row));
        versions = { revision: now, of: new Map(rows.map(({ id, version }) => [id, version])) };
      }
      return versions.of;
    },
  };
}
