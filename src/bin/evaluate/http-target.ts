import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { EvalPassage, EvalTarget, TargetIdentity } from '#evaluation/run/eval-target.ts';
import { documentListSchema, documentSchema } from '#wire/document.ts';
import { passageSchema } from '#wire/passage.ts';
import { type Reply, replySchema } from '#wire/reply.ts';
import { searchReplySchema } from '#wire/search.ts';
import { readReply } from './read-reply.ts';

export type Request = (path: string, init?: RequestInit) => Promise<Response>;

const REMEMBERED = 5_000;
const TRIES = 6;
const BUSY = new Set([429, 503]);
const DEFAULT_WAIT_SECONDS = 2;
const GONE = new Set([404, 410]);

/** Whether what was asked for is there. Throws for an answer that leaves it open: it must not count as a missing quote. */
function isThere({ status, url }: Response): boolean {
  if (status !== 200 && !GONE.has(status)) throw new Error(`${url || 'The target'} answered with status ${status}.`);
  return status === 200;
}

/** The product through its own HTTP interface, wherever it runs. What only its composition knows comes as `known`. */
export function createHttpTarget(
  request: Request,
  known: () => Omit<TargetIdentity, 'corpus' | 'documents'>,
): EvalTarget {
  const passages = new LRUCache<string, { readonly passage: EvalPassage | null }>({ max: REMEMBERED });
  const texts = new LRUCache<string, { readonly text: string | null }>({ max: REMEMBERED });

  /** Waits as long as a busy server asks for. */
  async function send(path: string, init?: RequestInit): Promise<Response> {
    for (let tried = 1; ; tried += 1) {
      const response = await request(path, init);
      if (!BUSY.has(response.status) || tried === TRIES) return response;
      await response.arrayBuffer();
      await setTimeout(1_000 * (Number(response.headers.get('retry-after')) || DEFAULT_WAIT_SECONDS));
    }
  }

  async function read(path: string, init?: RequestInit): Promise<unknown> {
    const response = await send(path, init);
    if (response.status !== 200) throw new Error(`${path.split('?')[0]} answered with status ${response.status}.`);
    return response.json();
  }

  const post = (path: string, body: object, headers: Record<string, string> = {}): Promise<unknown> =>
    read(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  async function turn(body: object, token: string | null): Promise<Reply> {
    const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    return replySchema.parse(await post('/v1/chat', { ...body, debug: true }, headers));
  }

  return {
    async ask(turns) {
      const replies: Reply[] = [];
      for (const message of turns) {
        const [first] = replies;
        const conversationId = first && { conversationId: first.conversationId };
        replies.push(await turn({ message, ...conversationId }, first?.conversationToken ?? null));
      }
      return replies.map(readReply);
    },
    async search(query, k) {
      const { results } = searchReplySchema.parse(await post('/v1/search', { query, k }));
      return results.map(({ passageId, documentId, title, section, text }) => ({
        passageId,
        documentId,
        title,
        section,
        text,
      }));
    },
    async passage(id) {
      const hit = passages.get(id);
      if (hit) return hit.passage;
      const response = await send(`/v1/passages/${encodeURIComponent(id)}`);
      const passage = isThere(response) ? await readPassage(response) : null;
      passages.set(id, { passage });
      return passage;
    },
    async documentText(id, version) {
      const query = version === null ? '' : `?version=${encodeURIComponent(version)}`;
      const path = `/v1/documents/${encodeURIComponent(id)}${query}`;
      const hit = texts.get(path);
      if (hit) return hit.text;
      const response = await send(path);
      const text = isThere(response) ? documentSchema.parse(await response.json()).text : null;
      texts.set(path, { text });
      return text;
    },
    async identity() {
      const { documents } = documentListSchema.parse(await read('/v1/documents'));
      const inForce = documents
        .map(({ documentId, title, version }) => ({ documentId, title, version }))
        .sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
      const versions = inForce.map(({ documentId, version }) => `${documentId} ${version}\n`);
      const corpus = createHash('sha256').update(versions.join('')).digest('hex');
      return { ...known(), corpus, documents: inForce };
    },
  };
}

async function readPassage(response: Response): Promise<EvalPassage> {
  const { passageId, documentId, title, headingPath, text } = passageSchema.parse(await response.json());
  return { passageId, documentId, title, section: headingPath.join(' > ') || null, text };
}
