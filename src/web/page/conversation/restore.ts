import { getHistory } from '../api/get-history.ts';
import { Problem } from '../api/problem.ts';
import type { OpenConversation } from '../api/session.ts';
import { newTurn, type Turn } from './turn.ts';

/** The turns of a conversation as the server has them. Throws a `Problem`. */
export async function restoreTurns(conversation: OpenConversation): Promise<Turn[]> {
  const { turns } = await getHistory(conversation);
  return turns.map(({ turnId, message, status, reply, error }): Turn => {
    const turn = { ...newTurn(turnId, message), turnId, isNew: status === 'running' };
    if (status === 'running') return { ...turn, phase: 'reconnecting' };
    if (reply === null) return { ...turn, phase: 'failed', problem: new Problem(error?.code ?? 'internal') };
    return { ...turn, phase: 'done', reply };
  });
}

/** True when the conversation is not there any more, so that there is nothing to go on with. */
export function isGone(problem: Problem): boolean {
  return ['not_found', 'erased', 'unauthenticated', 'withdrawn'].includes(problem.code);
}
