import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { conversationStoreContract } from '../../contract/conversation-store-contract.ts';

conversationStoreContract('SQLite', (clock) => createSqliteStorage({ path: ':memory:', clock }).conversations);
