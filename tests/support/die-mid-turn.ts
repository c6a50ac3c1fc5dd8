import { createCare } from '#care/create-care.ts';
import type { ConversationId } from '#domain/ids.ts';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { createFakeClock } from './fake-clock.ts';
import { createScriptedAssistant, sentencePiece } from './scripted-assistant.ts';

/** Run as its own process: two turns begin, and it is killed while both run, one sentence after the start. */
const clock = createFakeClock();
const { conversations } = createSqliteStorage({ path: process.argv[2] ?? '', clock });
const quiet = () => undefined;
let count = 0;
const hang = async (_input: unknown, release: (piece: ReturnType<typeof sentencePiece>) => Promise<void>) => {
  await release(sentencePiece());
  return await new Promise<never>(() => undefined);
};
const care = createCare({
  store: conversations,
  assistant: createScriptedAssistant({ 'hang on': hang, 'I have chest pain': () => new Promise(() => undefined) }),
  clock,
  ids: { next: () => `killed${++count}` },
  secret: Buffer.alloc(32, 7),
  retentionDays: 30,
  turnTimeoutMs: 60_000,
  maxConcurrentTurns: 8,
  log: { info: quiet, warn: quiet, error: quiet },
});

const post = (message: string, conversationId: ConversationId | null = null) =>
  care.post({ message, conversationId, locale: 'en', idempotency: null });
const { turnId } = await post('hang on');
const flagged = await post('I have chest pain');
for await (const event of care.follow(turnId, 0, new AbortController().signal)) {
  if (event.event !== 'sentence') continue;
  process.stdout.write(JSON.stringify({ turnId, flaggedTurnId: flagged.turnId }), () => {
    process.kill(process.pid, 'SIGKILL');
  });
}
