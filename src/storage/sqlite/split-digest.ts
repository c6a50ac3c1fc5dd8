import { createHash } from 'node:crypto';
import type { PassageRow } from './passage-row.ts';

/** Says which passages a document version has: equal for equal passages in equal order. */
export function digestSplit(rows: readonly PassageRow[]): string {
  const hash = createHash('sha256');
  for (const row of rows) {
    hash.update(JSON.stringify([row.id, row.ordinal, row.kind, row.start, row.end, row.text, row.structure]));
  }
  return hash.digest('base64url');
}
