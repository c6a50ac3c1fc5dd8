import type { Care, PostedMessage, StartedTurn } from '#care/care.ts';
import type { Entry, EntryBody, TurnEvent } from '#domain/conversation.ts';
import { Fault, type FaultCode, type FaultDetails } from '#domain/fault.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { TurnRecord } from '#domain/turn.ts';

type Piece = TurnEvent extends infer Event ? (Event extends { n: number } ? Omit<Event, 'n'> : never) : never;

interface FakeTurn extends StartedTurn {
  readonly events: TurnEvent[];
  readonly growth: EventTarget;
  running: boolean;
}

export interface FakeCare extends Care {
  readonly posted: PostedMessage[];
  readonly cancelled: TurnId[];
  readonly trimmed: TurnId[];
  /** The next `post` is refused with this. */
  refuse(code: FaultCode, details?: FaultDetails): void;
  /** The next `post` throws this. */
  breakWith(error: unknown): void;
  /** Turns stop before their last event until `let go`. */
  hold(): void;
  letGo(): void;
  readonly log: Map<ConversationId, Entry[]>;
}

/** Keeps conversations in memory and plays for each message the events the script gives. */
export function createFakeCare(script: (message: string, turn: StartedTurn) => readonly Piece[]): FakeCare {
  const turns = new Map<TurnId, FakeTurn>();
  const byKey = new Map<string, { readonly bodyHash: string; readonly turn: FakeTurn }>();
  const log = new Map<ConversationId, Entry[]>();
  const erased = new Set<ConversationId>();
  const posted: PostedMessage[] = [];
  const cancelled: TurnId[] = [];
  const trimmed: TurnId[] = [];
  let nextError: unknown = null;
  let gate: Promise<void> = Promise.resolve();
  let openGate: () => void = () => undefined;
  let count = 0;

  const tokenFor = (id: string) => `token-of-${id}-0123456789`;

  function write(conversationId: ConversationId, body: EntryBody) {
    const entries = log.get(conversationId) ?? [];
    entries.push({ conversationId, seq: entries.length + 1, at: `2026-11-22T10:00:${10 + entries.length}.000Z`, body });
    log.set(conversationId, entries);
  }

  async function play(turn: FakeTurn, pieces: readonly Piece[]) {
    for (const [index, piece] of pieces.entries()) {
      if (index === pieces.length - 1) await gate;
      const event = { ...piece, n: index + 1 } as TurnEvent;
      if (event.event === 'done' || event.event === 'error') turn.running = false;
      turn.events.push(event);
      write(turn.conversationId, { kind: 'turn.event', turnId: turn.turnId, event });
      turn.growth.dispatchEvent(new Event('grown'));
    }
  }

  const grown = (turn: FakeTurn, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      turn.growth.addEventListener('grown', () => resolve(), { once: true });
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });

  const find = (id: TurnId): FakeTurn => {
    const turn = turns.get(id);
    if (turn === undefined) throw new Fault('not_found', 'No such turn');
    return turn;
  };

  return {
    posted,
    cancelled,
    trimmed,
    log,
    refuse(code, details = {}) {
      nextError = new Fault(code, 'Refused by the script', { details });
    },
    breakWith(error) {
      nextError = error;
    },
    hold() {
      gate = new Promise((resolve) => {
        openGate = resolve;
      });
    },
    letGo: () => openGate(),
    async post(message) {
      if (nextError !== null) {
        const error = nextError;
        nextError = null;
        throw error;
      }
      const known = message.idempotency && byKey.get(message.idempotency.key);
      if (known) {
        if (known.bodyHash !== message.idempotency?.bodyHash) throw new Fault('key_reused', 'Another body');
        return known.turn;
      }
      posted.push(message);
      const isFirst = message.conversationId === null;
      const conversationId = message.conversationId ?? (`c${++count}` as ConversationId);
      if (erased.has(conversationId)) throw new Fault('erased', 'Erased');
      const turnId = `t${++count}` as TurnId;
      const turn: FakeTurn = {
        turnId,
        conversationId,
        conversationToken: isFirst ? tokenFor(conversationId) : null,
        events: [],
        growth: new EventTarget(),
        running: true,
      };
      turns.set(turnId, turn);
      if (message.idempotency) byKey.set(message.idempotency.key, { bodyHash: message.idempotency.bodyHash, turn });
      const locale = message.locale ?? 'en';
      if (isFirst) write(conversationId, { kind: 'conversation.started', locale });
      write(conversationId, { kind: 'turn.started', turnId, message: message.message, locale });
      void play(turn, script(message.message, turn));
      const { conversationToken } = turn;
      return { turnId, conversationId, conversationToken };
    },
    async finished(turnId): Promise<TurnRecord> {
      const turn = find(turnId);
      while (turn.running) await grown(turn);
      const last = turn.events.at(-1);
      if (last?.event === 'done') return last.record;
      throw new Fault(last?.event === 'error' ? last.code : 'internal', 'Turn failed');
    },
    async *follow(turnId, after, signal) {
      const turn = find(turnId);
      let at = after;
      while (!signal.aborted) {
        const next = turn.events[at];
        if (next !== undefined) {
          at += 1;
          yield next;
        } else if (turn.running) await grown(turn, signal);
        else return;
      }
    },
    async turn(turnId) {
      const turn = turns.get(turnId);
      return turn === undefined ? null : { conversationId: turn.conversationId, running: turn.running };
    },
    async cancel(turnId) {
      find(turnId);
      cancelled.push(turnId);
    },
    async giveFeedback({ conversationId, turnId, feedback }) {
      if (erased.has(conversationId)) throw new Fault('erased', 'Erased');
      write(conversationId, { kind: 'feedback', turnId, feedback });
    },
    async trim(turnId) {
      const { conversationId, running } = find(turnId);
      if (erased.has(conversationId)) throw new Fault('erased', 'Erased');
      if (running) throw new Fault('turn_in_progress', 'Runs', { details: { turnId } });
      trimmed.push(turnId);
    },
    async history(conversationId) {
      if (erased.has(conversationId)) throw new Fault('erased', 'Erased');
      const entries = log.get(conversationId);
      if (entries === undefined) throw new Fault('not_found', 'No such conversation');
      return [...entries];
    },
    async erase(conversationId) {
      if (erased.has(conversationId)) throw new Fault('erased', 'Erased before');
      erased.add(conversationId);
      log.delete(conversationId);
    },
    tokenFor,
    holdsToken: (id, token) =>
      token === tokenFor(id) && (log.has(id as ConversationId) || erased.has(id as ConversationId)),
    purge: async () => 0,
    recover: async () => 0,
    async drain() {
      openGate();
      await Promise.all([...turns.values()].map((turn) => (turn.running ? grown(turn) : null)));
    },
  };
}
