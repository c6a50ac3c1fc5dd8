import type { Sentence } from '../contract/reply.ts';
import { say } from '../locales/say.ts';

/** What a reader is told before a sentence that does not answer the question itself; null before one that does. */
export function labelOf({ role }: Sentence): string | null {
  if (role === 'caveat') return say('answer.caveat');
  return role === 'other_source' ? say('answer.otherSource') : null;
}
