import type { ReviewShares } from '#evaluation/review/choose-turns.ts';
import { createReview } from '#evaluation/review/create-review.ts';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeIds } from './fake-ids.ts';

export const allTurns: ReviewShares = { seed: 1, any: 1, abstained: 1, escalated: 1 };

/** Review over a real store, in memory unless told where. */
export function createTestReview({
  path = ':memory:',
  shares = allTurns,
}: {
  path?: string;
  shares?: ReviewShares;
} = {}) {
  const clock = createFakeClock();
  const storage = createSqliteStorage({ path, clock });
  const ids = createFakeIds('item');
  const review = createReview({ store: storage.reviews, log: storage.conversations, clock, ids, shares });
  return { review, storage, clock };
}
