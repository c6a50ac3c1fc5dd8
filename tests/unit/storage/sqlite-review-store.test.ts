import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { reviewStoreContract } from '../../contract/review-store-contract.ts';
import { asConversationId, asTurnId } from '../../support/conversation-samples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { asItemId, good, rateTurn, recordTurn } from '../../support/review-samples.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

reviewStoreContract('SQLite', (clock) => createSqliteStorage({ path: ':memory:', clock }));

test('what was said of an erased turn, by patient or reviewer, is in no file of the database', async () => {
  const folder = temporaryFolder();
  const clock = createFakeClock();
  const { conversations, reviews, close } = createSqliteStorage({ path: join(folder, 'citewell.db'), clock });
  const files = () => readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const isIn = (words: string) => files().some((bytes) => bytes.includes(words));
  for (let round = 0; round < 60; round += 1) {
    const [talk, turn, id] = [`talk${round}`, `turn${round}`, asItemId(`item${round}`)];
    await recordTurn(conversations, { talk, turn });
    await rateTurn(conversations, talk, turn, 'down', `patient-${round}-words `.repeat(1 + (round % 20)));
    await reviews.addTurns({ chosen: [{ id, turnId: asTurnId(turn), cause: 'thumbs_down' }], considered: [] });
    const comment = `reviewer-${round}-words `.repeat(1 + ((round * 7) % 60));
    await reviews.rate(id, { reviewer: 'anna', rubric: good, comment });
    if (round % 3 < 2) continue;
    const gone = Math.floor(round / 3);
    await conversations.erase(asConversationId(`talk${gone}`), clock.now());
    expect([`patient-${gone}-words`, `reviewer-${gone}-words`].filter(isIn)).toEqual([]);
  }
  expect(isIn('reviewer-59-words')).toBe(true);
  close();
});
