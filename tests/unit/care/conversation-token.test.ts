import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createConversationTokens } from '#care/conversation-token.ts';

const tokens = createConversationTokens(Buffer.alloc(32, 1));

test('a token is reproducible, and good for its conversation and secret only', () => {
  const token = tokens.tokenFor('talk');
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(token).toBe(createHmac('sha256', Buffer.alloc(32, 1)).update('["conversation","talk",1]').digest('base64url'));
  expect(tokens.tokenFor('talk')).toBe(token);
  expect(tokens.holdsToken('talk', token)).toBe(true);
  expect(tokens.holdsToken('walk', token)).toBe(false);
  expect(createConversationTokens(randomBytes(32)).holdsToken('talk', token)).toBe(false);
});

test('nothing else is a token, however it is spelt', () => {
  const token = tokens.tokenFor('talk');
  const last = token.at(-1) ?? '';
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (const other of alphabet.replace(last, ''))
    expect(tokens.holdsToken('talk', token.slice(0, -1) + other)).toBe(false);
  for (const malformed of ['', `${token}=`, ` ${token}`, `${token}\n`, token.slice(1), 'é'.repeat(43)]) {
    expect(tokens.holdsToken('talk', malformed)).toBe(false);
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !tokens.holdsToken('talk', text)));
});
