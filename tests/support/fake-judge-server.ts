import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ content: z.string() })),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })),
});

export interface JudgeRequest {
  readonly prompt: string;
  readonly model: string;
  readonly authorization: string | undefined;
}

/** A choice, or a status to fail with, or a reply without a choice. */
export type Verdict = { readonly choice: string } | { readonly status: number } | 'words';

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}

/** An OpenAI-compatible endpoint on this machine that decides by the prompt; gone when the test has finished. */
export async function startFakeJudge(decide: (prompt: string) => Verdict) {
  const requests: JudgeRequest[] = [];
  const server = createServer(async (request, response) => {
    const { model, messages, tools } = requestSchema.parse(JSON.parse(await bodyOf(request)));
    const prompt = messages.map(({ content }) => content).join('\n');
    const { authorization } = request.headers;
    requests.push({ prompt, model, authorization });
    const verdict = decide(prompt);
    const isFailure = verdict !== 'words' && 'status' in verdict;
    response.writeHead(isFailure ? verdict.status : 200, { 'content-type': 'application/json' });
    // Servers do repeat the key that was wrong.
    if (isFailure) return response.end(JSON.stringify({ error: { message: `wrong: ${authorization} for ${prompt}` } }));
    const call = {
      id: 'call',
      type: 'function',
      function: {
        name: tools[0]?.function.name,
        arguments: JSON.stringify({ reasons: 'as the test says', choice: verdict === 'words' ? '' : verdict.choice }),
      },
    };
    const message =
      verdict === 'words'
        ? { role: 'assistant', content: 'I think so.' }
        : { role: 'assistant', content: null, tool_calls: [call] };
    const choices = [{ index: 0, finish_reason: 'stop', message }];
    return response.end(JSON.stringify({ id: 'x', object: 'chat.completion', created: 0, model, choices }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => new Promise<void>((closed) => server.close(() => closed())));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests };
}
