import type { Problem } from '../api/problem.ts';
import type { OpenConversation } from '../api/session.ts';
import type { Turn } from './turn.ts';

/** A question that was not taken: its words are back in the box. */
export interface Refusal {
  readonly problem: Problem;
  readonly key: string;
  readonly question: string;
}

export interface PageState {
  readonly conversation: OpenConversation | null;
  readonly turns: readonly Turn[];
  readonly draft: string;
  readonly refusal: Refusal | null;
  /** What kept an earlier conversation from being shown again. */
  readonly restoring: 'no' | 'yes' | Problem;
}

export function firstState(conversation: OpenConversation | null): PageState {
  return { conversation, turns: [], draft: '', refusal: null, restoring: conversation === null ? 'no' : 'yes' };
}

export function changeTurn(state: PageState, key: string, change: (turn: Turn) => Turn): PageState {
  return { ...state, turns: state.turns.map((turn) => (turn.key === key ? change(turn) : turn)) };
}
