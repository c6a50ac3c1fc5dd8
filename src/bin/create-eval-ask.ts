import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { compose } from '#compose.ts';
import { readConfig } from '#config/read-config.ts';
import type { EvalReply } from '#evaluation/score-case.ts';
import { passageSchema } from '#wire/passage.ts';
import { type Reply, replySchema } from '#wire/reply.ts';
import { readReply } from './read-reply.ts';

/** How many of the passages found for a question count as found. */
const FIRST = 3;

/** The product over `corpusDir`, or `CORPUS_DIR` where that is null, asked through its own HTTP interface; its conversations go to a folder that is removed. */
export async function createEvalAsk(corpusDir: string | null = null) {
  const dataDir = await mkdtemp(join(tmpdir(), 'citewell-eval-'));
  const config = readConfig({
    ...process.env,
    ...(corpusDir !== null && { CORPUS_DIR: corpusDir }),
    DATA_DIR: dataDir,
    RATE_LIMIT_PER_MINUTE: '0',
    DEBUG_REPLIES: 'true',
  });
  const citewell = await compose(config, { log: pino({ level: 'warn' }, pino.destination({ dest: 2, sync: true })) });
  await citewell.bringUpToDate();
  const passages = new Map<string, string>();

  async function post(body: object, token: string | null): Promise<Reply> {
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
    const response = await citewell.app.request('/v1/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...authorization },
      body: JSON.stringify({ ...body, debug: true }),
    });
    if (response.status !== 200) throw new Error(`A case was answered with status ${response.status}.`);
    return replySchema.parse(await response.json());
  }

  async function passageText(id: string): Promise<string> {
    const known = passages.get(id);
    if (known !== undefined) return known;
    const response = await citewell.app.request(`/v1/passages/${encodeURIComponent(id)}`);
    const { title, headingPath, text } = passageSchema.parse(await response.json());
    const whole = [title, ...headingPath, text].join(' \n ');
    passages.set(id, whole);
    return whole;
  }

  async function ask(turns: readonly string[]): Promise<EvalReply> {
    const [first = '', ...rest] = turns;
    let reply = await post({ message: first }, null);
    const { conversationId, conversationToken } = reply;
    for (const message of rest) reply = await post({ message, conversationId }, conversationToken);
    const ranks = new Map<number, number>();
    const firstFound = (reply.debug?.retrieved ?? []).filter(({ ask: number }) => {
      ranks.set(number, (ranks.get(number) ?? 0) + 1);
      return (ranks.get(number) ?? 0) <= FIRST;
    });
    return readReply(reply, await Promise.all(firstFound.map(({ passageId }) => passageText(passageId))));
  }

  async function close(): Promise<void> {
    await citewell.close();
    await rm(dataDir, { recursive: true, force: true });
  }

  return { ask, close };
}
