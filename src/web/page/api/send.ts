import { Problem } from './problem.ts';
import { readProblem } from './read-problem.ts';

/** One request to our own server. Throws a `Problem`, or the abort that was asked for. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { cache: 'no-store', ...init });
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    throw new Problem(navigator.onLine ? 'unreachable' : 'offline', { cause });
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}
