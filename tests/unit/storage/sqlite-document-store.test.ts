import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { documentStoreContract } from '../../contract/document-store-contract.ts';

documentStoreContract('SQLite', (clock) => createSqliteStorage({ path: ':memory:', clock }).documents);
