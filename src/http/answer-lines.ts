import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';

/** A file of lines, each of them JSON (https://jsonlines.org). */
export function answerLines(c: Context<AppEnv>, name: string, lines: readonly string[]): Response {
  return c.body(lines.map((line) => `${line}\n`).join(''), 200, {
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.jsonl"`,
  });
}
