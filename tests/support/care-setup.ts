import { onTestFinished } from 'vitest';
import type { Care, PostedMessage } from '#care/care.ts';
import type { CareDeps } from '#care/care-deps.ts';
import { createCare } from '#care/create-care.ts';
import type { TurnEvent } from '#domain/conversation.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { createFailingStore, type FailingStore } from './failing-store.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFakeIds } from './fake-ids.ts';
import { createScriptedAssistant, type ScriptedAssistant } from './scripted-assistant.ts';

export interface CareSetup {
  readonly care: Care;
  readonly store: FailingStore;
  readonly clock: FakeClock;
  readonly assistant: ScriptedAssistant;
  /** Everything that was logged, as text. */
  readonly logged: string[];
  /** The same database under a new process, so to speak. */
  restart(): Care;
}

export interface SetupOptions
  extends Partial<Pick<CareDeps, 'turnTimeoutMs' | 'maxConcurrentTurns' | 'retentionDays'>> {
  readonly assistant?: ScriptedAssistant;
  readonly path?: string;
}

export function setUpCare(options: SetupOptions = {}): CareSetup {
  const clock = createFakeClock();
  const storage = createSqliteStorage({ path: options.path ?? ':memory:', clock });
  onTestFinished(() => storage.close());
  const store = createFailingStore(storage.conversations);
  const assistant = options.assistant ?? createScriptedAssistant();
  const logged: string[] = [];
  const note = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
  };
  const ids = createFakeIds();
  const restart = () =>
    createCare({
      store,
      assistant,
      clock,
      ids,
      secret: Buffer.alloc(32, 7),
      retentionDays: options.retentionDays ?? 30,
      turnTimeoutMs: options.turnTimeoutMs ?? 10_000,
      maxConcurrentTurns: options.maxConcurrentTurns ?? 32,
      log: { info: note, warn: note, error: note },
    });
  return { care: restart(), store, clock, assistant, logged, restart };
}

export function message(text: string, more: Partial<PostedMessage> = {}): PostedMessage {
  return { message: text, conversationId: null, locale: 'en', idempotency: null, ...more };
}

/** Posts a message and waits for the end of its turn. */
export async function say(care: Care, text: string, conversationId: ConversationId | null = null) {
  const started = await care.post(message(text, { conversationId }));
  return { ...started, record: await care.finished(started.turnId) };
}

export async function allEvents(care: Care, turnId: TurnId, after = 0): Promise<TurnEvent[]> {
  const events: TurnEvent[] = [];
  for await (const event of care.follow(turnId, after, new AbortController().signal)) events.push(event);
  return events;
}

export const namesOf = (events: readonly TurnEvent[]): string[] => events.map(({ n, event }) => `${n} ${event}`);

export function faultOf(work: Promise<unknown>): Promise<{ code: string } | null> {
  return work.then(
    () => null,
    (fault: { code: string }) => fault,
  );
}
