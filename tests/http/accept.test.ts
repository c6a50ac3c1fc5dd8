import { expect, it } from 'vitest';
import { createTestApp } from '../support/http-app.ts';

it.each([
  [undefined, false],
  ['*/*', false],
  ['application/json', false],
  ['text/event-stream', true],
  ['TEXT/Event-Stream', true],
  ['text/event-stream, */*', true],
  ['text/*', true],
  ['application/json, text/event-stream', false],
  ['text/event-stream, application/json', true],
  ['application/json;q=0.5, text/event-stream', true],
  ['application/json, text/event-stream;q=0.9', false],
  ['text/event-stream;q=0', false],
  ['text/event-stream;q=0, */*;q=0.1', false],
  ['*/*, application/json;q=0.1', true],
  ['application/json;q=0', false],
  ['text/html, application/xhtml+xml, */*;q=0.8', false],
  ['nonsense', false],
  [';;;,,', false],
])('Accept: %s prefers events: %s', async (accept, isStream) => {
  const { chat } = createTestApp();
  const response = await chat({ message: 'a' }, accept === undefined ? {} : { Accept: accept });
  expect(response.headers.get('Content-Type')?.startsWith('text/event-stream')).toBe(isStream);
  await response.text();
});
