/** Where the product listens. */
const base = (process.env.CITEWELL_URL ?? 'http://127.0.0.1:8787').replace(/\/+$/u, '');

async function send(path, body, token) {
  const response = await fetch(`${base}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token != null && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: response.ok ? await response.json() : null };
}

/** The reply to the last message of a new conversation. */
export async function ask(messages) {
  let reply = null;
  let token = null;
  for (const message of messages) {
    const sent = await send(
      '/v1/chat',
      reply === null ? { message } : { message, conversationId: reply.conversationId },
      token,
    );
    if (sent.json === null) throw new Error(`POST /v1/chat was answered with status ${sent.status}.`);
    reply = sent.json;
    token ??= reply.conversationToken;
  }
  return reply;
}

const texts = new Map();

/** The text of a version of a document; null when the server has none. */
export async function documentText(id, version) {
  const path = `/v1/documents/${encodeURIComponent(id)}?version=${encodeURIComponent(version)}`;
  if (!texts.has(path)) texts.set(path, (await send(path)).json?.text ?? null);
  return texts.get(path);
}
