import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { CorpusReport } from '#assistant/reviewed/ingest-corpus.ts';
import { compose, type Ports } from '#compose.ts';
import { readConfig } from '#config/read-config.ts';
import { type Reply, replySchema } from '#wire/reply.ts';

export interface RunningCitewell {
  request(path: string, init?: RequestInit): Promise<Response>;
  getJson<T>(path: string): Promise<T>;
  /** Of the ingest at its start. */
  readonly report: CorpusReport;
  /** The reply to the last of the turns, asked in one conversation. */
  ask(turns: readonly string[]): Promise<Reply>;
  stop(): Promise<void>;
}

/** The whole product over a corpus folder, with a data folder of its own; nothing listens. */
export async function startCitewell(
  env: Readonly<Record<string, string>> = {},
  ports: Partial<Ports> = {},
): Promise<RunningCitewell> {
  const dataDir = mkdtempSync(join(tmpdir(), 'citewell-'));
  const config = readConfig({ DATA_DIR: dataDir, RATE_LIMIT_PER_MINUTE: '0', ...env });
  const citewell = await compose(config, { log: pino({ level: 'silent' }), ...ports });
  const report = await citewell.bringUpToDate();
  const request = async (path: string, init?: RequestInit) => citewell.app.request(path, init);

  async function post(body: object, token: string | null): Promise<Reply> {
    const response = await request('/v1/chat', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    if (response.status !== 200) throw new Error(`/v1/chat answered ${response.status}: ${await response.text()}`);
    return replySchema.parse(await response.json());
  }

  return {
    request,
    report,
    async getJson<T>(path: string) {
      const response = await request(path);
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
      return (await response.json()) as T;
    },
    async ask(turns) {
      const [first = '', ...rest] = turns;
      let reply = await post({ message: first }, null);
      const { conversationId, conversationToken } = reply;
      for (const message of rest) reply = await post({ message, conversationId }, conversationToken);
      return reply;
    },
    async stop() {
      await citewell.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
