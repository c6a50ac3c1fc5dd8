import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { documentStoreContract } from '../../contract/document-store-contract.ts';
import { stagingContract } from '../../contract/staging-contract.ts';

documentStoreContract('SQLite', (clock) => createSqliteStorage({ path: ':memory:', clock }).documents);
stagingContract('SQLite', (clock) => createSqliteStorage({ path: ':memory:', clock }).documents);
