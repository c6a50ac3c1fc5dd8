import type { StartedTurn } from '#care/care.ts';
import type { TurnEvent } from '#domain/conversation.ts';
import type { Outcome } from '#domain/outcome.ts';
import type { Handoff, TurnRecord } from '#domain/turn.ts';
import type { AppDeps, HttpSettings } from '#http/app-deps.ts';
import { createApp } from '#http/create-app.ts';
import { createIdentifyByKey } from '#http/identify-by-key.ts';
import type { Knowledge, Readiness } from '#knowledge/knowledge.ts';
import { createTestReview } from './create-test-review.ts';
import { createFakeCare } from './http-fake-care.ts';
import { citation, document, handoff, notice, openHandoff, outcomes, passage, result } from './http-samples.ts';

export const settings: HttpSettings = {
  allowedOrigins: ['https://clinic.example'],
  rateLimitPerMinute: 0,
  trustedProxies: [],
  debugReplies: false,
};

export const ready: Readiness = { ready: true, done: 9, total: 9, etaSeconds: 0 };

/** Fakes answer by word: `chest pain` escalates, `fails` errors, `football` is out of scope; the rest is answered. */
function outcomeOf(message: string): { outcome: Outcome; handoff: Handoff | null } {
  if (isRedFlag(message)) return { outcome: outcomes.emergency, handoff: openHandoff };
  if (message.includes('football')) return { outcome: outcomes.outOfScope, handoff: null };
  if (message.includes('my case')) return { outcome: outcomes.ownCase, handoff };
  return { outcome: outcomes.answered, handoff: null };
}

const isRedFlag = (text: string) => text.slice(0, 20_000).includes('chest pain');

function script(message: string, { turnId, conversationId }: StartedTurn) {
  const { outcome, handoff: offered } = outcomeOf(message);
  const finishedAt = '2026-11-22T10:00:01.000Z';
  const record: TurnRecord = {
    conversationId,
    turnId,
    recorded: true,
    result: result(outcome),
    handoff: offered,
    finishedAt,
  };
  if (message.includes('fails'))
    return [{ event: 'turn' as const }, { event: 'error' as const, code: 'internal' as const }];
  return [
    { event: 'turn' as const },
    ...(outcome.notice === null ? [] : [{ event: 'notice' as const, notice: outcome.notice }]),
    ...(outcome.answer?.sentences ?? []).map((sentence, index) => ({
      event: 'sentence' as const,
      index,
      sentence,
      sources: [citation(index + 1)],
    })),
    { event: 'done' as const, record },
  ] satisfies ReadonlyArray<DistributedOmit<TurnEvent>>;
}

type DistributedOmit<Event> = Event extends unknown ? Omit<Event, 'n'> : never;

interface Overrides extends Partial<Omit<AppDeps, 'settings' | 'knowledge'>> {
  readonly settings?: Partial<HttpSettings>;
  readonly knowledge?: Partial<Knowledge>;
}

/** The app over fakes, with everything it logged. */
export function createTestApp({ settings: changed = {}, knowledge = {}, ...over }: Overrides = {}) {
  const care = createFakeCare(script);
  const lines: string[] = [];
  const writeLine = (facts: object, message: string) => void lines.push(JSON.stringify({ ...facts, message }));
  const streams = new AbortController();
  let made = 0;
  const deps: AppDeps = {
    care,
    knowledge: {
      readiness: () => ready,
      search: async () => [
        {
          passage,
          title: 'What is CIK?',
          score: 0.5,
          ranks: { words: 1, vectors: null },
          unitCosines: null,
          twins: [],
        },
      ],
      documents: {
        list: async () => [document(), document({ id: 'draft' as never, status: 'draft' })],
        find: async (id) => (id === 'what-is-cik' ? document() : null),
        findPassage: async (id) => (id === passage.id ? passage : null),
      },
      ingest: async () => ({ added: 0, updated: 0, unchanged: 0, withdrawn: 0, failures: [], warnings: [] }),
      close: async () => undefined,
      ...knowledge,
    },
    assistant: {
      escalate: (text) => (isRedFlag(text) ? result(outcomes.emergency) : null),
      fixed: {
        disclaimer: (locale) => `Not medical advice (${locale}).`,
        aiNotice: (locale) => `You are talking to a machine (${locale}).`,
        privacyNotice: () => 'What we keep.',
        emergencyLine: () => notice('emergency-line'),
        suggestions: () => ['What is CIK?', 'Who makes it?', 'Is it tested?', 'One too many?'],
      },
    },
    unsigned: ['prompts/notices/en.yaml'],
    review: createTestReview().review,
    identifyStaff: createIdentifyByKey([]),
    organisation: { name: 'Clinic', url: 'https://clinic.example', locales: ['en', 'es'], person: null },
    settings: { ...settings, ...changed },
    clock: { now: () => new Date('2026-11-22T10:00:00.000Z') },
    ids: { next: () => `id-${++made}` },
    log: { info: writeLine, warn: writeLine, error: writeLine },
    pageDir: '/nowhere',
    stopping: streams.signal,
    ...over,
  };
  const app = createApp(deps);

  const postJson = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
    });

  return {
    app,
    care,
    deps,
    lines,
    streams,
    postJson,
    chat: (body: object, headers: Record<string, string> = {}) => postJson('/v1/chat', body, headers),
    /** Starts a conversation and gives what the next request needs. */
    async begin(message = 'What is CIK?') {
      const response = await postJson('/v1/chat', { message });
      const reply = (await response.json()) as { conversationId: string; conversationToken: string; turnId: string };
      return { ...reply, bearer: { Authorization: `Bearer ${reply.conversationToken}` } };
    },
  };
}

export const eventStream = { Accept: 'text/event-stream' };
