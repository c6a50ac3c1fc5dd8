import { describe, expect, it } from 'vitest';
import { configSchema } from '#config/config-schema.ts';
import { BadSettings, readConfig } from '#config/read-config.ts';
import { settingFacts } from '#config/setting.ts';
import { warnAbout } from '#config/warn-about.ts';

const canary = 'CANARY-do-not-print';

function namesRefused(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof BadSettings) return error.names;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  it('gives the defaults of the contract for an empty environment', () => {
    expect(readConfig({})).toMatchObject({
      port: 8787,
      host: '127.0.0.1',
      corpusDir: 'corpus',
      dataDir: 'var',
      rateLimitPerMinute: 30,
      retentionDays: 30,
      embedWorkers: 1,
      turnTimeoutMs: 60_000,
      logLevel: 'info',
      debugReplies: false,
      allowTracing: false,
      allowedOrigins: [],
      trustedProxies: [],
    });
    expect(readConfig({}).chatModel).toBeUndefined();
  });

  it('is frozen and ignores variables it does not know', () => {
    const config = readConfig({ CITEWELL_PORT: canary, PORTS: '1' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(config).toEqual(readConfig({}));
  });

  it('counts an empty or blank variable as unset and trims the others', () => {
    expect(readConfig({ PORT: '', HOST: '  ', SERVER_SECRET: '' })).toEqual(readConfig({}));
    expect(readConfig({ PORT: ' 9000 ' }).port).toBe(9000);
  });

  it('names every bad setting at once and shows no value', () => {
    const env = {
      PORT: canary,
      DATABASE_URL: `postgres://${canary}`,
      SERVER_SECRET: 'short-CANARY',
      LOG_LEVEL: canary,
    };
    expect(() => readConfig(env)).toThrow(BadSettings);
    expect(namesRefused(env)).toEqual(['PORT', 'DATABASE_URL', 'SERVER_SECRET', 'LOG_LEVEL']);
    try {
      readConfig(env);
    } catch (error) {
      expect(String(error)).not.toContain('CANARY');
      expect(String(error)).toContain('only SQLite is supported');
    }
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '0x50'],
    ['RATE_LIMIT_PER_MINUTE', '1e3'],
    ['RETENTION_DAYS', '0'],
    ['TURN_TIMEOUT_MS', '999'],
    ['ALLOWED_ORIGINS', '*'],
    ['ALLOWED_ORIGINS', 'null'],
    ['ALLOWED_ORIGINS', 'https://ok.example/'],
    ['ALLOWED_ORIGINS', 'https://ok.example:443'],
    ['ALLOWED_ORIGINS', 'https://ok.example,ftp://no.example'],
    ['PUBLIC_URL', 'ask.example'],
    ['PUBLIC_URL', 'https://user:pass@ask.example'],
    ['OPENAI_BASE_URL', 'file:///etc'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'loopback'],
    ['DEBUG_REPLIES', 'yes'],
    ['DATABASE_URL', 'mysql://x'],
    ['API_KEYS', 'short'],
    ['STAFF_KEYS', 'anna:evaluator:short'],
    ['STAFF_KEYS', `anna:boss:${'k'.repeat(32)}`],
    ['STAFF_KEYS', `anna::${'k'.repeat(32)}`],
    ['STAFF_KEYS', `anna:${'k'.repeat(32)}`],
    ['STAFF_KEYS', `Anna B:evaluator:${'k'.repeat(32)}`],
    ['STAFF_KEYS', `anna:evaluator:${'k'.repeat(16)} ${'k'.repeat(16)}`],
    ['STAFF_KEYS', `anna:evaluator:${'k'.repeat(32)},ben:evaluator:${'k'.repeat(32)}`],
    ['STAFF_KEYS', `anna:evaluator:${'k'.repeat(32)},anna:evaluator:${'l'.repeat(32)}`],
    ['REVIEW_PERCENT', '101'],
  ])('refuses %s=%s', (name, value) => {
    expect(namesRefused({ [name]: value })).toEqual([name]);
  });

  it('reads lists, addresses and yes or no', () => {
    const config = readConfig({
      ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080,',
      PUBLIC_URL: 'https://ask.example/',
      TRUSTED_PROXIES: '10.0.0.0/8,::1',
      DEBUG_REPLIES: 'true',
      RATE_LIMIT_PER_MINUTE: '0',
      DATABASE_URL: 'file:/srv/citewell.db',
    });
    expect(config).toMatchObject({
      allowedOrigins: ['https://a.example', 'http://b.example:8080'],
      publicUrl: 'https://ask.example',
      trustedProxies: ['10.0.0.0/8', '::1'],
      debugReplies: true,
      rateLimitPerMinute: 0,
      databaseUrl: 'file:/srv/citewell.db',
    });
  });
});

describe('STAFF_KEYS', () => {
  it('names staff with their roles; a key may hold colons', () => {
    const [one, other] = [`${'k'.repeat(32)}:x`, 'l'.repeat(32)];
    expect(readConfig({ STAFF_KEYS: ` anna:evaluator:${one}, ben:evaluator+adjudicator:${other},` }).staffKeys).toEqual(
      [
        { id: 'anna', roles: ['evaluator'], key: one },
        { id: 'ben', roles: ['evaluator', 'adjudicator'], key: other },
      ],
    );
    expect(readConfig({}).staffKeys).toEqual([]);
  });

  it('is refused without showing any of it', () => {
    expect(() => readConfig({ STAFF_KEYS: `${canary}:evaluator:${canary}` })).toThrow(/STAFF_KEYS/);
    expect(() => readConfig({ STAFF_KEYS: `${canary}:evaluator:${canary}` })).not.toThrow(canary);
  });
});

describe('the schema', () => {
  const facts = Object.values(configSchema.shape).map((schema) => settingFacts.get(schema));

  it('knows a name and a sentence for every setting, each once', () => {
    const names = facts.map((fact) => fact?.env);
    expect(new Set(names).size).toBe(names.length);
    for (const fact of facts) {
      expect(fact?.env).toMatch(/^[A-Z][A-Z_]+$/);
      expect(fact?.about).toMatch(/\.$/);
    }
  });

  it('shows the defaults it applies', () => {
    const defaults: Record<string, unknown> = readConfig({});
    for (const [key, schema] of Object.entries(configSchema.shape)) {
      const shown = settingFacts.get(schema)?.shownDefault ?? null;
      const applied = defaults[key];
      const isUnset = applied === undefined || (Array.isArray(applied) && applied.length === 0);
      expect(shown, key).toBe(isUnset ? null : String(applied));
    }
  });
});

describe('warnAbout', () => {
  it('is silent about the defaults', () => {
    expect(warnAbout(readConfig({}))).toEqual([]);
  });

  it('says which settings do not do what they promise', () => {
    const warnings = warnAbout(
      readConfig({ CHAT_MODEL: canary, API_KEYS: `${canary}-0123456789`, DEBUG_REPLIES: 'true' }),
    );
    expect(warnings.map((line) => line.split(' ')[0])).toEqual(['CHAT_MODEL', 'API_KEYS', 'DEBUG_REPLIES']);
    expect(warnings.join()).not.toContain(canary);
  });

  it('says that words go to the traces, and when asking for it has no effect', () => {
    const url = `http://${canary}.example/v1/traces`;
    const told = (env: Record<string, string>) => warnAbout(readConfig({ OTLP_WITH_WORDS: 'true', ...env }));
    expect(told({ OTLP_TRACES_URL: url })).toEqual([expect.stringContaining('is sent to OTLP_TRACES_URL')]);
    expect(told({})).toEqual([expect.stringContaining('has no effect')]);
    expect(warnAbout(readConfig({ OTLP_TRACES_URL: url }))).toEqual([]);
  });
});
