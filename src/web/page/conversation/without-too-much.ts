import type { Turn } from './turn.ts';

/** The turn once its offer to take something out was answered: with its question trimmed, or kept as it is. */
export function withoutTooMuch(turn: Turn, how: 'trimmed' | 'kept'): Turn {
  const { reply, question } = turn;
  if (reply === null || reply.tooMuch === null) return turn;
  return {
    ...turn,
    question: how === 'trimmed' ? reply.tooMuch.trimmed : question,
    reply: { ...reply, tooMuch: null },
  };
}
