import type { Shape } from '../shape.ts';
import { Problem } from './problem.ts';

/** The body, when it has the shape of the contract. */
export async function readJson<T>(response: Response, shape: Shape<T>): Promise<T> {
  let body: unknown;
  try {
    body = await response.json();
  } catch (cause) {
    throw new Problem('unreadable', { cause });
  }
  if (!shape(body)) throw new Problem('unreadable');
  return body;
}
