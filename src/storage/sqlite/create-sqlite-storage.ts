import type { Clock, ConversationStore, DocumentStore } from '#domain/ports.ts';
import type { ReviewStore } from '#domain/review-store.ts';
import { createSqliteConversationStore } from './conversation-store.ts';
import { createSqliteDocumentStore } from './document-store.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { createSqliteReviewStore } from './review-store.ts';

export interface SqliteStorage {
  readonly documents: DocumentStore;
  readonly conversations: ConversationStore;
  readonly reviews: ReviewStore;
  close(): void;
}

/** Every store over one file (or `:memory:`). Faults: `storage_unavailable`, saying what is wrong with the file. */
export function createSqliteStorage({ path, clock }: { path: string; clock: Clock }): SqliteStorage {
  const database = openDatabase(path);
  try {
    migrate(database, clock);
    return {
      documents: createSqliteDocumentStore({ database, clock }),
      conversations: createSqliteConversationStore({ database, clock }),
      reviews: createSqliteReviewStore({ database, clock }),
      close: () => {
        database.close();
      },
    };
  } catch (error) {
    database.close();
    throw error;
  }
}
