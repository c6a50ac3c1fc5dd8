import { describe, expect, it } from 'vitest';
import { welcomeSchema } from '#wire/welcome.ts';
import { createTestApp } from '../support/http-app.ts';

describe('the welcome', () => {
  it('tells before the first message who answers, and within what limits', async () => {
    const { app } = createTestApp({ settings: { rateLimitPerMinute: 30 } });
    const welcome = welcomeSchema.parse(await (await app.request('/v1/welcome')).json());
    expect(welcome).toMatchObject({
      locale: 'en',
      aiNotice: 'You are talking to a machine (en).',
      emergencyLine: { id: 'emergency-line' },
      locales: ['en', 'es'],
      limits: { messageChars: 4000, bodyBytes: 65_536, ratePerMinute: 30 },
    });
    expect(welcome.suggestions).toHaveLength(3);
  });

  it.each([
    ['es', 'es'],
    ['es-MX', 'es'],
    ['ES', 'es'],
    ['fr', 'en'],
    ['', 'en'],
    ['%0d%0a<script>', 'en'],
  ])('for %s is in %s', async (asked, given) => {
    const { app } = createTestApp();
    expect(await (await app.request(`/v1/welcome?locale=${asked}`)).json()).toMatchObject({ locale: given });
  });
});

describe('the OpenAPI document', () => {
  it('describes requests that are strict and replies that may grow', async () => {
    const { app } = createTestApp();
    // biome-ignore lint/suspicious/noExplicitAny: a document of any shape is looked into.
    const document = (await (await app.request('/openapi.json')).json()) as any;
    expect(document.openapi).toBe('3.1.0');
    const { schemas } = document.components;
    expect(schemas.ChatRequest).toMatchObject({
      required: ['message'],
      additionalProperties: false,
      properties: { message: { minLength: 1, maxLength: 4000 } },
    });
    expect(schemas.Reply).not.toHaveProperty('additionalProperties');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(20);
    for (const [, name] of references) expect(Object.keys(schemas)).toContain(name);
    expect(document.paths['/v1/documents/{id}'].get.parameters).toHaveLength(2);
    expect(document.paths['/v1/chat'].post.responses).toHaveProperty('429');
  });
});
