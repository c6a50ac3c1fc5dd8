import { describe, expect, it } from 'vitest';
import { replySchema } from '#wire/reply.ts';
import { createTestApp, eventStream } from '../support/http-app.ts';
import { readEvents } from '../support/http-read-events.ts';

const flag = 'I have chest pain';

async function card(response: Response) {
  expect(response.status).toBe(200);
  const reply = replySchema.strict().parse(await response.json());
  expect(reply).toMatchObject({ outcome: 'escalated', level: 'emergency', notice: { id: 'emergency' } });
  return reply;
}

describe('a message with a red flag', () => {
  it('is recorded like any other, with its handoff', async () => {
    const { chat } = createTestApp();
    expect(await card(await chat({ message: flag }))).toMatchObject({ recorded: true, handoff: { state: 'open' } });
  });

  it('is answered although it is too long, from its first 20,000 characters', async () => {
    const { chat, care } = createTestApp();
    const long = `${flag} ${'a'.repeat(30_000)}`;
    expect(await card(await chat({ message: long }))).toMatchObject({
      recorded: false,
      handoff: null,
      conversationToken: null,
    });
    expect(care.posted).toEqual([]);
    expect((await chat({ message: 'a'.repeat(20_000) + flag })).status).toBe(422);
    expect((await chat({ message: 'a'.repeat(30_000) })).status).toBe(422);
  });

  it('is answered although too many came', async () => {
    const { chat, care } = createTestApp({ settings: { rateLimitPerMinute: 1 } });
    await chat({ message: 'a' });
    expect((await chat({ message: 'a' })).status).toBe(429);
    expect((await card(await chat({ message: flag }))).recorded).toBe(false);
    expect(care.posted).toHaveLength(1);
  });

  it('is recorded although the index is not ready', async () => {
    const { chat } = createTestApp({
      knowledge: { readiness: () => ({ ready: false, done: 1, total: 9, etaSeconds: 8 }) },
    });
    expect((await chat({ message: 'a' })).status).toBe(503);
    expect((await card(await chat({ message: flag }))).recorded).toBe(true);
  });

  it.each(['storage_unavailable', 'overloaded', 'too_many_turns', 'turn_in_progress', 'erased', 'key_reused'] as const)(
    'is answered although the post failed with %s',
    async (code) => {
      const { chat, care } = createTestApp();
      care.refuse(code);
      expect((await card(await chat({ message: flag }))).recorded).toBe(false);
    },
  );

  it('is answered although something unexpected broke, and the words stay out of the log', async () => {
    const { chat, care, lines } = createTestApp();
    care.breakWith(new Error(`cannot insert ${flag}`));
    expect((await card(await chat({ message: flag }))).recorded).toBe(false);
    expect(lines.join()).not.toContain('chest');
  });

  it('is answered although its conversation is not the sender’s or its request is not valid', async () => {
    const { chat, begin } = createTestApp();
    const { conversationId } = await begin();
    const reply = await card(await chat({ message: flag, conversationId }, { Authorization: 'Bearer wrong' }));
    expect(reply.conversationId).not.toBe(conversationId);
    await card(await chat({ message: flag, locale: 7, extra: true }));
  });

  it('is answered although its turn failed', async () => {
    const { chat } = createTestApp();
    expect((await card(await chat({ message: `${flag} and it fails` }))).recorded).toBe(false);
  });

  it('streams the card when it could not be stored', async () => {
    const { chat, care } = createTestApp();
    care.refuse('storage_unavailable');
    const events = readEvents(await (await chat({ message: flag }, eventStream)).text());
    expect(events.map(({ id, event }) => [id, event])).toEqual([
      ['1', 'turn'],
      ['2', 'notice'],
      ['3', 'done'],
    ]);
    expect(events[2]?.data).toMatchObject({ outcome: 'escalated', recorded: false, handoff: null });
  });

  it('streams the card where the turn ended in an error', async () => {
    const { chat } = createTestApp();
    const events = readEvents(await (await chat({ message: `${flag} and it fails` }, eventStream)).text());
    expect(events.map(({ id, event }) => [id, event])).toEqual([
      ['1', 'turn'],
      ['2', 'notice'],
      ['3', 'done'],
    ]);
  });

  it('is still refused from a foreign page', async () => {
    const { chat, care } = createTestApp();
    expect((await chat({ message: flag }, { Origin: 'https://evil.example' })).status).toBe(403);
    expect(care.posted).toEqual([]);
  });
});
