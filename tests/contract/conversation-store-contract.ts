import { describe, expect, test } from 'vitest';
import type { EntryBody } from '#domain/conversation.ts';
import { Fault } from '#domain/fault.ts';
import type { ConversationStore, Rewording } from '#domain/ports.ts';
import {
  asConversationId,
  asTurnId,
  escalatedResult,
  everyEntry,
  opening,
  quietState,
  turnEvent,
} from '../support/conversation-samples.ts';
import { createFakeClock, dayMs, type FakeClock } from '../support/fake-clock.ts';

const talk = asConversationId('talk');
const first = asTurnId('first');
const second = asTurnId('second');

/** What every `ConversationStore` does. `open` gives an empty one. */
export function conversationStoreContract(name: string, open: (clock: FakeClock) => ConversationStore): void {
  describe(`${name} keeps the log of a conversation`, () => {
    test('gives back every kind of entry as it was appended, numbered from 1', async () => {
      const store = open(createFakeClock());
      const bodies = everyEntry(talk, first, 'Lone \ud800 half, nul \0, 😀 and "quotes"');
      const appended = await store.append({ ...opening(talk, first), entries: bodies });
      expect(await store.entries(talk)).toEqual(appended);
      expect(appended.map((entry) => entry.body)).toEqual(bodies);
      expect(appended.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(appended[0]).toMatchObject({ conversationId: talk, at: '2026-06-02T08:00:00.000Z' });
      expect((await store.entries(talk, 5)).map((entry) => entry.seq)).toEqual([6, 7, 8]);
      expect((await store.turnEntries(first)).map((entry) => entry.seq)).toEqual([2, 3, 4, 5, 6, 7, 8]);
      expect(await store.conversation(talk)).toEqual({
        id: talk,
        locale: 'en',
        state: quietState,
        createdAt: '2026-06-02T08:00:00.000Z',
        lastSeq: 8,
        erasedAt: null,
      });
    });

    test('keeps the entries of two conversations apart', async () => {
      const store = open(createFakeClock());
      await store.append(opening(talk, first));
      await store.append(opening(asConversationId('other'), second));
      expect((await store.entries(talk)).map((entry) => entry.seq)).toEqual([1, 2, 3]);
      expect((await store.entries(asConversationId('other'))).map((entry) => entry.seq)).toEqual([1, 2, 3]);
    });

    test('writes an append together or not at all', async () => {
      const store = open(createFakeClock());
      await store.append(opening(talk, first));
      const before = await store.entries(talk);
      const refused = store.append({
        conversationId: talk,
        endTurn: { turnId: second, state: escalatedResult.state },
        entries: [turnEvent(first, { n: 2, event: 'error', code: 'internal' })],
      });
      await expect(refused).rejects.toMatchObject({ name: 'Fault', code: 'state_conflict' });
      expect(await store.entries(talk)).toEqual(before);
      expect((await store.conversation(talk))?.state).toEqual(quietState);
    });

    test('refuses to append to a conversation nobody started', async () => {
      const store = open(createFakeClock());
      await expect(store.append({ conversationId: talk, entries: [] })).rejects.toMatchObject({ code: 'not_found' });
      expect(await store.conversation(talk)).toBeNull();
      expect(await store.turn(first)).toBeNull();
      expect(await store.turnEntries(first)).toEqual([]);
    });

    test('refuses to start the same conversation twice', async () => {
      const store = open(createFakeClock());
      await store.append(opening(talk, first));
      await expect(store.append(opening(talk, second))).rejects.toMatchObject({ code: 'state_conflict' });
    });

    test('answers a ping', async () => {
      await expect(open(createFakeClock()).ping()).resolves.toBeUndefined();
    });
  });

  describe(`${name} lets one turn of a conversation run`, () => {
    test('refuses a second one and names the first', async () => {
      const store = open(createFakeClock());
      await store.append(opening(talk, first));
      const refused = store.append({ ...opening(talk, second), create: undefined as never });
      await expect(refused).rejects.toMatchObject({ code: 'turn_in_progress', details: { turnId: first } });
      expect(await store.turn(second)).toBeNull();
    });

    test('starts the next one when the first has ended, and remembers its state', async () => {
      const store = open(createFakeClock());
      await store.append(opening(talk, first));
      await store.append({
        conversationId: talk,
        endTurn: { turnId: first, state: escalatedResult.state },
        entries: [],
      });
      expect(await store.turn(first)).toMatchObject({ running: false, conversationId: talk });
      expect((await store.conversation(talk))?.state).toEqual(escalatedResult.state);
      await store.append({ conversationId: talk, startTurn: { turnId: second, idempotency: null }, entries: [] });
      expect(await store.unfinishedTurns()).toEqual([
        { turnId: second, conversationId: talk, running: true, bodyHash: null },
      ]);
    });

    test('ends a turn once', async () => {
      const store = open(createFakeClock());
      await store.append(opening(talk, first));
      const end = { conversationId: talk, endTurn: { turnId: first, state: null }, entries: [] };
      await store.append(end);
      await expect(store.append(end)).rejects.toMatchObject({ code: 'state_conflict' });
    });

    test('records a whole turn beside the running one', async () => {
      const store = open(createFakeClock());
      await store.append(opening(talk, first));
      await store.append({
        conversationId: talk,
        startTurn: { turnId: second, idempotency: null },
        endTurn: { turnId: second, state: escalatedResult.state },
        entries: [turnEvent(second, { n: 1, event: 'turn' })],
      });
      expect(await store.turn(second)).toMatchObject({ running: false });
      expect((await store.unfinishedTurns()).map((turn) => turn.turnId)).toEqual([first]);
    });
  });

  describe(`${name} remembers idempotency keys`, () => {
    const since = new Date('2026-06-01T08:00:00.000Z');
    const claim = (bodyHash: string) => ({ keyHash: 'key', bodyHash, since });

    test('gives the turn that claimed a key', async () => {
      const store = open(createFakeClock());
      await store.append({ ...opening(talk, first), startTurn: { turnId: first, idempotency: claim('body') } });
      expect(await store.turnByKey('key', since)).toEqual({
        turnId: first,
        conversationId: talk,
        running: true,
        bodyHash: 'body',
      });
      expect(await store.turnByKey('another', since)).toBeNull();
    });

    test('refuses a second claim and writes nothing of it', async () => {
      const store = open(createFakeClock());
      await store.append({ ...opening(talk, first), startTurn: { turnId: first, idempotency: claim('body') } });
      const other = asConversationId('other');
      const refused = store.append({
        ...opening(other, second),
        startTurn: { turnId: second, idempotency: claim('body') },
      });
      await expect(refused).rejects.toMatchObject({ code: 'key_reused' });
      expect(await store.conversation(other)).toBeNull();
    });

    test('lets a key be claimed again when the old claim is stale', async () => {
      const clock = createFakeClock();
      const store = open(clock);
      await store.append({ ...opening(talk, first), startTurn: { turnId: first, idempotency: claim('body') } });
      clock.advance(dayMs + 1);
      const later = new Date(clock.now().getTime() - dayMs);
      expect(await store.turnByKey('key', later)).toBeNull();
      await store.append({
        ...opening(asConversationId('other'), second),
        startTurn: { turnId: second, idempotency: { ...claim('anew'), since: later } },
      });
      expect(await store.turnByKey('key', later)).toMatchObject({ turnId: second, bodyHash: 'anew' });
    });
  });

  describe(`${name} remembers the keys of requests that start no turn`, () => {
    const since = new Date('2026-06-01T08:00:00.000Z');
    const rate = (rating: 'up' | 'down', bodyHash: string, from = since) => ({
      conversationId: talk,
      claim: { keyHash: 'feedback-key', bodyHash, since: from },
      entries: [{ kind: 'feedback' as const, turnId: first, feedback: { rating, reasons: [], comment: null } }],
    });

    test('writes the same request once and refuses another with its key', async () => {
      const store = open(createFakeClock());
      await store.append(opening(talk, first));
      expect(await store.append(rate('up', 'body'))).toHaveLength(1);
      expect(await store.append(rate('up', 'body'))).toEqual([]);
      await expect(store.append(rate('down', 'other'))).rejects.toMatchObject({ code: 'key_reused' });
      expect((await store.entries(talk)).map((entry) => entry.seq)).toEqual([1, 2, 3, 4]);
    });

    test('frees a key when its claim is stale, and when the conversation is erased', async () => {
      const clock = createFakeClock();
      const store = open(clock);
      await store.append(opening(talk, first));
      await store.append(rate('up', 'body'));
      clock.advance(dayMs + 1);
      expect(await store.append(rate('down', 'other', new Date(clock.now().getTime() - dayMs)))).toHaveLength(1);
      await store.erase(talk, clock.now());
      await expect(store.append(rate('down', 'other'))).rejects.toMatchObject({ code: 'erased' });
      const other = asConversationId('other');
      await store.append(opening(other, second));
      const { claim } = rate('up', 'third');
      expect(await store.append({ conversationId: other, claim, entries: [] })).toEqual([]);
      await expect(
        store.append({ conversationId: other, claim: { ...claim, bodyHash: 'x' }, entries: [] }),
      ).rejects.toMatchObject({ code: 'key_reused' });
    });
  });

  describe(`${name} says anew what was said in a turn`, () => {
    const quiet = { entry: (body: EntryBody) => body, comment: (text: string) => text };
    const shout: Rewording = {
      entry: (body) => (body.kind === 'turn.started' ? { ...body, message: body.message.toUpperCase() } : body),
      comment: (text) => text.toUpperCase(),
    };
    const ended = async (store: ConversationStore) => {
      await store.append(opening(talk, first, 'how are cells kept?'));
      await store.append({ conversationId: talk, endTurn: { turnId: first, state: null }, entries: [] });
      await store.append(opening(asConversationId('other'), second, 'who makes them?'));
    };

    test('in every entry of it, and in no other turn', async () => {
      const store = open(createFakeClock());
      await ended(store);
      const before = await store.entries(talk);
      const others = await store.entries(asConversationId('other'));
      await store.reword(first, shout);
      const after = await store.entries(talk);
      expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => shout.entry(body)));
      expect(after[1]?.body).toMatchObject({ message: 'HOW ARE CELLS KEPT?' });
      expect(after.map(({ seq, at }) => [seq, at])).toEqual(before.map(({ seq, at }) => [seq, at]));
      expect(await store.turnEntries(first)).toEqual(after.slice(1));
      expect(await store.entries(asConversationId('other'))).toEqual(others);
      expect(await store.append({ conversationId: talk, entries: [] })).toEqual([]);
    });

    test('and leaves everything as it is where nothing is said otherwise', async () => {
      const store = open(createFakeClock());
      await ended(store);
      const before = await store.entries(talk);
      await store.reword(first, quiet);
      expect(await store.entries(talk)).toEqual(before);
    });

    test('all of it or nothing', async () => {
      const store = open(createFakeClock());
      await ended(store);
      const before = await store.entries(talk);
      const breaking = (body: EntryBody): EntryBody => {
        if (body.kind === 'turn.event') throw new Fault('internal', 'Cannot be said otherwise.');
        return shout.entry(body);
      };
      await expect(store.reword(first, { ...shout, entry: breaking })).rejects.toMatchObject({ code: 'internal' });
      expect(await store.entries(talk)).toEqual(before);
    });

    test('but not while it runs, nor when it is unknown or erased', async () => {
      const store = open(createFakeClock());
      await store.append(opening(talk, first));
      await expect(store.reword(first, quiet)).rejects.toMatchObject({
        code: 'turn_in_progress',
        details: { turnId: first },
      });
      await expect(store.reword(second, quiet)).rejects.toMatchObject({ code: 'not_found' });
      await store.erase(talk, new Date());
      await expect(store.reword(first, quiet)).rejects.toMatchObject({ code: 'erased' });
    });
  });

  describe(`${name} forgets`, () => {
    test('an erased conversation, but for a tombstone', async () => {
      const clock = createFakeClock();
      const store = open(clock);
      const idempotency = { keyHash: 'key', bodyHash: 'body', since: clock.now() };
      await store.append({ ...opening(talk, first), startTurn: { turnId: first, idempotency } });
      await store.append(opening(asConversationId('other'), second));
      const kept = await store.entries(asConversationId('other'));
      await store.erase(talk, clock.now());
      expect(await store.entries(talk)).toEqual([]);
      expect(await store.turnEntries(first)).toEqual([]);
      expect(await store.turnByKey('key', clock.now())).toBeNull();
      expect(await store.conversation(talk)).toMatchObject({ erasedAt: '2026-06-02T08:00:00.000Z' });
      expect(await store.turn(first)).toMatchObject({ conversationId: talk, running: false, bodyHash: null });
      await expect(store.append({ conversationId: talk, entries: [] })).rejects.toMatchObject({ code: 'erased' });
      expect(await store.entries(asConversationId('other'))).toEqual(kept);
    });

    test('again without complaint, keeping the first date; an unknown one is a fault', async () => {
      const clock = createFakeClock();
      const store = open(clock);
      await store.append(opening(talk, first));
      await store.erase(talk, clock.now());
      clock.advance(dayMs);
      await store.erase(talk, clock.now());
      expect((await store.conversation(talk))?.erasedAt).toBe('2026-06-02T08:00:00.000Z');
      await expect(store.erase(asConversationId('nobody'), clock.now())).rejects.toMatchObject({ code: 'not_found' });
    });

    test('what is older than asked, by the last entry, sparing running turns', async () => {
      const clock = createFakeClock();
      const store = open(clock);
      await store.append(opening(talk, first));
      await store.append({ conversationId: talk, endTurn: { turnId: first, state: null }, entries: [] });
      await store.append(opening(asConversationId('running'), second));
      clock.advance(dayMs);
      const fresh = asConversationId('fresh');
      await store.append(opening(fresh, asTurnId('third')));
      expect(await store.purge(clock.now())).toBe(1);
      expect(await store.purge(clock.now())).toBe(0);
      expect((await store.conversation(talk))?.erasedAt).toBe(clock.now().toISOString());
      expect((await store.conversation(asConversationId('running')))?.erasedAt).toBeNull();
      expect((await store.conversation(fresh))?.erasedAt).toBeNull();
    });
  });
}
