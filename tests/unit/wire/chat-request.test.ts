import { describe, expect, it } from 'vitest';
import type { FaultCode } from '#domain/fault.ts';
import { chatRequestSchema } from '#wire/chat-request.ts';
import { describeProblems } from '#wire/describe-problems.ts';
import type { WireFault } from '#wire/fault.ts';
import { searchRequestSchema } from '#wire/search.ts';

const problems = (body: unknown) => {
  const read = chatRequestSchema.safeParse(body);
  return read.success ? [] : describeProblems(read.error);
};

describe('a chat request', () => {
  it('counts after trimming', () => {
    expect(chatRequestSchema.parse({ message: `  ${'a'.repeat(4000)}\n` }).message).toHaveLength(4000);
    expect(problems({ message: 'a'.repeat(4001) })).toEqual([
      { path: 'message', problem: 'must be at most 4000 characters' },
    ]);
    expect(problems({ message: ' \n\u00a0 ' })).toEqual([
      { path: 'message', problem: 'must be at least 1 characters' },
    ]);
  });

  it('keeps a cut emoji and a NUL from costing the question', () => {
    expect(chatRequestSchema.parse({ message: 'Is it safe \ud83d? \u0000 👍' }).message).toBe(
      'Is it safe \ufffd? \ufffd 👍',
    );
  });

  it('refuses unknown keys by name, and names that could be words without', () => {
    expect(problems({ message: 'a', extra: 1, 'my lump hurts': 2 })).toEqual([
      { path: 'extra', problem: 'is not known' },
      { path: '', problem: 'is not known' },
    ]);
    expect(problems(JSON.parse('{"message":"a","__proto__":{}}'))).toHaveLength(1);
  });

  it('says where and what, never the value', () => {
    const found = problems({ message: 7, conversationId: 'CANARY/..', locale: 'CANARY canary', debug: 'CANARY' });
    expect(found.map((field) => field.path)).toEqual(['message', 'conversationId', 'locale', 'debug']);
    expect(JSON.stringify(found)).not.toContain('CANARY');
  });

  it.each([null, [], 'text', 1])('refuses %j', (body) => {
    expect(problems(body)).toHaveLength(1);
  });

  it.each(['en', 'es-MX', 'zh-Hant-TW'])('takes the locale %s', (locale) => {
    expect(problems({ message: 'a', locale })).toEqual([]);
  });
});

describe('a search request', () => {
  it('asks for ten passages unless told', () => {
    expect(searchRequestSchema.parse({ query: ' x ' })).toEqual({ query: 'x', k: 10 });
  });

  it.each([0, 101, 1.5, '5', null])('refuses k = %j', (k) => {
    expect(searchRequestSchema.safeParse({ query: 'x', k }).success).toBe(false);
  });
});

it('knows every fault code of the domain', () => {
  const same: [FaultCode] extends [WireFault['error']['code']] ? true : never = true;
  const back: [WireFault['error']['code']] extends [FaultCode] ? true : never = true;
  expect([same, back]).toEqual([true, true]);
});
