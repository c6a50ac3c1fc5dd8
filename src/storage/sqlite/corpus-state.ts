import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { DocumentId, DocumentVersion } from '#domain/ids.ts';
import type { CorpusState } from '#domain/ports.ts';
import { orStorageFault } from './storage-fault.ts';
import type { prepareUpcoming } from './upcoming-documents.ts';

type Upcoming = Pick<ReturnType<typeof prepareUpcoming>, 'rows' | 'digest'>;
type Versions = ReadonlyMap<DocumentId, DocumentVersion>;

const stateSchema = z.object({ revision: z.int(), digest: z.string().nullable() });
/**
 * What is in force, by one number that every change raises, also that of another process: what was read once is good
 * until it rises.
 */
export function prepareCorpusState(database: Database.Database, upcoming: Upcoming) {
  const state = database.prepare<[]>('SELECT revision, digest FROM corpus WHERE id = 1');
  const revision = database.prepare<[]>('SELECT revision FROM corpus WHERE id = 1').pluck();
  const change = database.prepare('UPDATE corpus SET revision = revision + 1, digest = NULL');
  let knownState: CorpusState | null = null;
  let versions: { readonly revision: number; readonly of: Promise<Versions> } | null = null;

  const readRevision = () => Number(revision.get());
  const readState = () => orStorageFault(() => stateSchema.parse(state.get()));

  async function readVersions(): Promise<Versions> {
    const found = new Map<DocumentId, DocumentVersion>();
    for await (const { id, version } of upcoming.rows('present')) found.set(id, version);
    return found;
  }

  return {
    revision: readRevision,
    /** Within the transaction of the change. */
    markChanged: () => void change.run(),
    async state(): Promise<CorpusState> {
      for (;;) {
        const { revision: now, digest: stored } = readState();
        if (stored !== null) return { revision: now, digest: stored };
        if (knownState?.revision === now) return knownState;
        const computed = await upcoming.digest('present');
        if (readState().revision === now) {
          knownState = { revision: now, digest: computed };
          return knownState;
        }
      }
    },
    /** Read once for every revision, in pages; those who ask meanwhile wait for the same reading. */
    async versionsInForce(): Promise<Versions> {
      for (;;) {
        const now = orStorageFault(readRevision);
        if (versions?.revision !== now) versions = { revision: now, of: readVersions() };
        try {
          const found = await versions.of;
          if (orStorageFault(readRevision) === now) return found;
        } catch (error) {
          versions = null;
          throw error;
        }
      }
    },
  };
}
