import { queryOf } from '#assistant/ask/resolve-asks.ts';
import type { ResolvedQuestion } from '#assistant/ask/resolve-follow-up.ts';
import type { RetrievedPassage } from '#domain/passage.ts';
import type { Evidence } from './answer-ask.ts';

/** Passages looked at for one question. */
const PASSAGES_READ = 24;

/** Its failure is met where it is awaited; where a reviewed answer serves, that is nowhere. */
export function beginSearch(
  question: Pick<ResolvedQuestion, 'text' | 'context'>,
  evidence: Pick<Evidence, 'retrieve'>,
  signal: AbortSignal,
): Promise<readonly RetrievedPassage[]> {
  const found = evidence.retrieve(queryOf(question), PASSAGES_READ, signal);
  found.catch(() => undefined);
  return found;
}
