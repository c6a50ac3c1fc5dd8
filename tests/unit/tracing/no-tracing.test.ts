import { expect, it, vi } from 'vitest';
import { startCitewell } from '../../support/start-citewell.ts';

const loaded = vi.hoisted((): string[] => []);
vi.mock('@opentelemetry/api', () => {
  loaded.push('api');
  throw new Error('loaded');
});

const CORPUS_DIR = 'evals/folders/knee-clinic';

it('nothing of tracing is loaded while no address is set', async () => {
  const citewell = await startCitewell({ CORPUS_DIR, OTLP_WITH_WORDS: 'true' });
  expect((await citewell.ask(['What is the hospital stay after Orthobot surgery?'])).outcome).toBe('answered');
  await citewell.stop();
  expect(loaded).toEqual([]);
  await expect(startCitewell({ CORPUS_DIR, OTLP_TRACES_URL: 'http://127.0.0.1:9' })).rejects.toThrow();
  expect(loaded).toEqual(['api']);
});
