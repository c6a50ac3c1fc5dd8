import { onTestFinished } from 'vitest';
import type { StaffRole } from '#domain/staff.ts';
import type { ReviewShares } from '#evaluation/review/choose-turns.ts';
import { createIdentifyByKey } from '#http/identify-by-key.ts';
import { createTestReview } from './create-test-review.ts';
import { createTestApp } from './http-app.ts';

export const keyOf = (name: string) => `key-of-${name}-`.padEnd(40, 'x');

const staff: ReadonlyArray<readonly [id: string, roles: readonly StaffRole[]]> = [
  ['anna', ['evaluator']],
  ['ben', ['evaluator']],
  ['carl', ['evaluator']],
  ['judge', ['adjudicator']],
  ['desk', ['coordinator', 'admin']],
];

/** The app over a real review, with staff. */
export function createReviewApp({ shares, settings }: { shares?: ReviewShares; settings?: object } = {}) {
  const made = createTestReview(shares === undefined ? {} : { shares });
  onTestFinished(() => made.storage.close());
  const test = createTestApp({
    review: made.review,
    identifyStaff: createIdentifyByKey(staff.map(([id, roles]) => ({ id, roles, key: keyOf(id) }))),
    ...(settings && { settings }),
  });
  const bearer = (name: string) => ({ Authorization: `Bearer ${keyOf(name)}` });
  const read = async (response: Response) => ({ status: response.status, body: await response.json() });
  return {
    ...test,
    ...made,
    bearer,
    /** As one of the staff. */
    get: async (name: string, path: string) =>
      read(await test.app.request(`/v1/review/${path}`, { headers: bearer(name) })),
    post: async (name: string, path: string, body: unknown) =>
      read(await test.postJson(`/v1/review/${path}`, body, bearer(name))),
  };
}
