import type { ClaimRules } from './claim-rules.ts';
import type { ReaderReason } from './rejection.ts';

/** What no sentence may say to the reader, whatever it cites. */
export function checkReader(claim: string, { toReader }: Pick<ClaimRules, 'toReader'>): ReaderReason | null {
  return toReader.find(({ pattern }) => pattern.test(claim))?.reason ?? null;
}
