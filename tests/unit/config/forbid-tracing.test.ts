import { expect, it } from 'vitest';
import { forbidTracing } from '#config/forbid-tracing.ts';

const tracing = () => ({
  LANGSMITH_TRACING: 'true',
  LANGCHAIN_TRACING_V2: 'true',
  LANGCHAIN_VERBOSE: 'true',
  LANGSMITH_GATEWAY: 'true',
  PATH: '/bin',
});

it('removes every tracing variable and names it', () => {
  const env: Record<string, string | undefined> = tracing();
  expect(forbidTracing(env, false)).toEqual([
    'LANGCHAIN_TRACING_V2',
    'LANGCHAIN_VERBOSE',
    'LANGSMITH_GATEWAY',
    'LANGSMITH_TRACING',
  ]);
  expect(env).toEqual({ PATH: '/bin' });
});

it('leaves them where the operator asked for tracing', () => {
  const env = tracing();
  expect(forbidTracing(env, true)).toEqual([]);
  expect(env).toEqual(tracing());
});
