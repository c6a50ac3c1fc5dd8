import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { WireNotice } from '#wire/notice.ts';
import type { Reply } from '#wire/reply.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly message?: string; readonly conversationId?: string };
}

export type Script = (teller: Teller) => void | Promise<void>;

/** Tells a reply to the page, event by event, and can break off anywhere. */
export class Teller {
  readonly asked: Asked;
  readonly #response: ServerResponse;

  constructor(asked: Asked, response: ServerResponse) {
    this.asked = asked;
    this.#response = response;
  }

  /** The last event the page has, when it comes back for the rest. */
  get after(): number {
    return Number(this.asked.headers['last-event-id'] ?? 0);
  }

  json(status: number, body: unknown, headers: Record<string, string> = {}): void {
    this.#response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    this.#response.end(status === 204 ? undefined : JSON.stringify(body));
  }

  refuse(status: number, code: string, extra: { notice?: WireNotice; retryAfter?: number; error?: object } = {}): void {
    const { notice, retryAfter, error } = extra;
    this.json(
      status,
      { error: { code, message: code, requestId: 'r', ...error }, ...(notice && { notice }) },
      retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
    );
  }

  /** Numbered events `from` to `to` of a reply; ends the stream after the last one there is. */
  async stream(
    reply: Reply,
    pauseMs = 0,
    { from = this.after + 1, to = Number.POSITIVE_INFINITY } = {},
  ): Promise<void> {
    if (!this.#response.headersSent) this.#response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const events = eventsOf(reply);
    for (const [at, { event, data }] of events.entries()) {
      const id = at + 1;
      if (id < from || id > to) continue;
      if (this.#response.destroyed) return;
      this.#response.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      await pause(pauseMs);
    }
    if (to >= events.length) this.#response.end();
  }

  /** Anything else on the stream: a comment, an error event. */
  write(raw: string): void {
    if (!this.#response.headersSent) this.#response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    this.#response.write(raw);
  }

  /** The connection breaks, as in a lift. */
  cut(): void {
    this.#response.destroy();
  }

  /** The stream ends like a finished one, without `done`. */
  end(): void {
    this.#response.end();
  }
}

/** The events of a turn in the order of the contract. */
function eventsOf(reply: Reply): ReadonlyArray<{ readonly event: string; readonly data: unknown }> {
  const { turnId, conversationId, notice, answer, citations } = reply;
  const sent = new Set<number>();
  return [
    { event: 'turn', data: { turnId, conversationId, conversationToken: 'token-1', aiGenerated: true } },
    ...(notice === null ? [] : [{ event: 'notice', data: notice }]),
    ...(answer?.sentences ?? []).map((sentence, index) => {
      const sources = citations.filter(({ n }) => sentence.citations.includes(n) && !sent.has(n));
      for (const { n } of sources) sent.add(n);
      return { event: 'sentence', data: { index, ...sentence, sources, reviewed: answer?.reviewed ?? null } };
    }),
    { event: 'done', data: reply },
  ];
}
