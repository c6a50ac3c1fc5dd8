import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { ConversationId } from '#domain/ids.ts';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { asConversationId, asTurnId, opening, turnEvent } from '../../support/conversation-samples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { asItemId, good } from '../../support/review-samples.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function wordsIn(folder: string, words: string): string[] {
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));
}

test('the words of an erased conversation are in no file of the database', async () => {
  const folder = temporaryFolder();
  const clock = createFakeClock();
  const { conversations, close } = createSqliteStorage({ path: join(folder, 'citewell.db'), clock });
  const talk = asConversationId('talk');
  await conversations.append(opening(talk, asTurnId('turn'), 'my secret wordsofapatient here'));
  expect(wordsIn(folder, 'wordsofapatient')).not.toEqual([]);
  await conversations.erase(talk, clock.now());
  expect(wordsIn(folder, 'wordsofapatient')).toEqual([]);
  close();
  expect(wordsIn(folder, 'wordsofapatient')).toEqual([]);
});

test('rows that moved between pages leave no copy behind', async () => {
  const folder = temporaryFolder();
  const clock = createFakeClock();
  const { conversations, close } = createSqliteStorage({ path: join(folder, 'citewell.db'), clock });
  const living: ConversationId[] = [];
  for (let round = 0; round < 400; round++) {
    const words = randomBytes(12).toString('hex');
    const id = asConversationId(words);
    const turnId = asTurnId(`turn-${words}`);
    await conversations.append(opening(id, turnId, `said-${words} `.repeat(1 + (round % 60))));
    living.push(id);
    const talking = living[(round * 7) % living.length]!;
    const event = turnEvent(asTurnId(`turn-${talking}`), { n: 2, event: 'error', code: 'internal' });
    await conversations.append({ conversationId: talking, entries: [event] });
    if (round % 5 === 4) {
      const [gone] = living.splice((round * 13) % living.length, 1);
      await conversations.erase(gone!, clock.now());
      expect(wordsIn(folder, `said-${gone}`)).toEqual([]);
    }
  }
  close();
});

test('an erasure that a reader elsewhere holds up is a fault, and is finished when asked again', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'citewell.db');
  const clock = createFakeClock();
  const { conversations, close } = createSqliteStorage({ path, clock });
  const talk = asConversationId('talk');
  await conversations.append(opening(talk, asTurnId('turn'), 'wordsofapatient'));
  const reader = new Database(path, { readonly: true });
  const reading = reader.prepare('SELECT * FROM entries').iterate();
  reading.next();
  await expect(conversations.erase(talk, clock.now())).rejects.toMatchObject({ code: 'storage_unavailable' });
  expect(await conversations.entries(talk)).toEqual([]);
  reading.return?.();
  reader.close();
  await conversations.erase(talk, clock.now());
  expect(wordsIn(folder, 'wordsofapatient')).toEqual([]);
  close();
});

test('a purge leaves no words either', async () => {
  const folder = temporaryFolder();
  const clock = createFakeClock();
  const { conversations, close } = createSqliteStorage({ path: join(folder, 'citewell.db'), clock });
  const turnId = asTurnId('turn');
  await conversations.append(opening(asConversationId('talk'), turnId, 'wordsofapatient'));
  await conversations.append({
    conversationId: asConversationId('talk'),
    endTurn: { turnId, state: null },
    entries: [],
  });
  clock.advance(1);
  expect(await conversations.purge(clock.now())).toBe(1);
  expect(wordsIn(folder, 'wordsofapatient')).toEqual([]);
  close();
});

test('words taken out of a turn are in no file of the database, while the rest is', async () => {
  const folder = temporaryFolder();
  const clock = createFakeClock();
  const { conversations, reviews, close } = createSqliteStorage({ path: join(folder, 'citewell.db'), clock });
  const talk = asConversationId('talk');
  const turn = asTurnId('turn');
  for (let round = 0; round < 60; round++) {
    const words = randomBytes(12).toString('hex');
    await conversations.append(
      opening(asConversationId(words), asTurnId(`turn-${words}`), words.repeat(1 + (round % 30))),
    );
  }
  await conversations.append(opening(talk, turn, 'my record wordsofapatient and the rest'.repeat(40)));
  await conversations.append({ conversationId: talk, endTurn: { turnId: turn, state: null }, entries: [] });
  const id = asItemId('item');
  await reviews.addTurns({ chosen: [{ id, turnId: turn, cause: 'thumbs_down' }], considered: [turn] });
  await reviews.rate(id, { reviewer: 'anna', rubric: good, comment: 'She says wordsofapatient.' });
  expect(wordsIn(folder, 'wordsofapatient')).not.toEqual([]);
  const without = (text: string) => text.replaceAll('wordsofapatient', '[removed]');
  await conversations.reword(turn, {
    entry: (body) => (body.kind === 'turn.started' ? { ...body, message: without(body.message) } : body),
    comment: without,
  });
  expect(wordsIn(folder, 'wordsofapatient')).toEqual([]);
  expect(wordsIn(folder, 'my record [removed] and the rest')).not.toEqual([]);
  expect((await reviews.find(id))?.ratings[0]?.comment).toBe('She says [removed].');
  close();
  expect(wordsIn(folder, 'wordsofapatient')).toEqual([]);
});
