import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createReview } from '#evaluation/review/create-review.ts';
import { createIdentifyByKey } from '#http/identify-by-key.ts';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { conversationExportSchema } from '#wire/conversation.ts';
import { reviewItemSchema, reviewListSchema } from '#wire/review.ts';
import { setUpCare } from '../support/care-setup.ts';
import { keyOf } from '../support/create-review-app.ts';
import { createFakeIds } from '../support/fake-ids.ts';
import { createTestApp } from '../support/http-app.ts';
import { good } from '../support/review-samples.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

it('goes from a thumbs-down to two ratings, and an erasure takes every word of it away', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'citewell.db');
  const { care, clock } = setUpCare({ path });
  const storage = createSqliteStorage({ path, clock });
  const shares = { seed: 1, any: 0, abstained: 0, escalated: 0 };
  const ids = createFakeIds('item');
  const { app, postJson, begin } = createTestApp({
    care,
    review: createReview({ store: storage.reviews, log: storage.conversations, clock, ids, shares }),
    identifyStaff: createIdentifyByKey(
      ['anna', 'ben'].map((id) => ({ id, roles: ['evaluator' as const], key: keyOf(id) })),
    ),
  });
  const staff = (name: string) => ({ Authorization: `Bearer ${keyOf(name)}` });
  const isKept = (words: string) =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(words));
  const queue = async () =>
    reviewListSchema.parse(await (await app.request('/v1/review/items', { headers: staff('anna') })).json()).items;

  const { turnId, conversationId, bearer } = await begin('questionofapatient');
  expect(await queue()).toEqual([]);
  const feedback = { rating: 'down', reasons: ['incorrect'], comment: 'commentofapatient' };
  expect((await postJson(`/v1/turns/${turnId}/feedback`, feedback, bearer)).status).toBe(204);
  const file = await app.request(`/v1/conversations/${conversationId}/export`, { headers: bearer });
  expect(conversationExportSchema.parse(await file.json()).conversation.turns[0]?.feedback).toEqual(feedback);

  const [item] = await queue();
  expect(item).toMatchObject({ cause: 'thumbs_down', patientRating: 'down' });
  for (const name of ['anna', 'ben']) {
    const read = await app.request(`/v1/review/items/${item?.id}`, { headers: staff(name) });
    expect(reviewItemSchema.parse(await read.json()).shown).toMatchObject({ question: 'questionofapatient', feedback });
    const rating = { ...good, comment: `commentof${name}` };
    expect((await postJson(`/v1/review/items/${item?.id}/ratings`, rating, staff(name))).status).toBe(200);
  }
  const words = ['questionofapatient', 'commentofapatient', 'commentofanna', 'commentofben'];
  expect(words.filter(isKept)).toEqual(words);

  expect((await app.request(`/v1/conversations/${conversationId}`, { method: 'DELETE', headers: bearer })).status).toBe(
    204,
  );
  expect((await postJson(`/v1/turns/${turnId}/feedback`, feedback, bearer)).status).toBe(410);
  expect(await queue()).toEqual([]);
  expect(words.filter(isKept)).toEqual([]);
  const agreement = await app.request('/v1/review/agreement', { headers: staff('anna') });
  expect(await agreement.json()).toMatchObject({ items: 1, disagreed: 0 });
  storage.close();
});
