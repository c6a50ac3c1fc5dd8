import { newKey } from '../api/new-key.ts';
import { Problem } from '../api/problem.ts';
import { rememberConversation } from '../api/session.ts';
import { followTurn } from './follow-turn.ts';
import { hearEvent } from './hear-event.ts';
import { changeTurn, type PageState } from './page-state.ts';
import { isGone } from './restore.ts';
import type { Store } from './store.ts';
import { isUnderWay, type Phase } from './turn.ts';
import { whenOpened } from './when-opened.ts';

export interface Runner {
  run(key: string): void;
  changePhase(key: string, phase: Phase): void;
  /** Stops listening and leaves the turn as stopped. */
  abandon(key: string): void;
  abandonAll(): void;
}

/** Runs the turns of a page: each asks, listens and writes what it hears into the state. */
export function createRunner(state: Store<PageState>): Runner {
  const listening = new Map<string, AbortController>();
  const turnOf = (key: string) => state.get().turns.find((turn) => turn.key === key);
  const changePhase = (key: string, phase: Phase): void =>
    state.set((before) => changeTurn(before, key, (turn) => ({ ...turn, phase })));

  async function run(key: string, signal: AbortSignal): Promise<void> {
    await whenOpened(state, key);
    const turn = turnOf(key);
    if (turn === undefined || signal.aborted) return;
    await followTurn({
      key,
      question: turn.question,
      askedIn: state.get().conversation,
      turnId: turn.turnId,
      lastEventId: turn.lastEventId,
      signal,
      conversation: () => state.get().conversation,
      hear(event, lastEventId) {
        const opened =
          event.event === 'turn'
            ? { id: event.conversationId, token: event.token }
            : event.event === 'done'
              ? { id: event.reply.conversationId, token: event.reply.conversationToken }
              : null;
        if (opened?.token) {
          const conversation = { id: opened.id, token: opened.token };
          rememberConversation(conversation);
          state.set((before) => ({ ...before, conversation }));
        }
        state.set((before) =>
          changeTurn(before, key, (heard) => ({
            ...hearEvent(heard, event),
            lastEventId: lastEventId ?? heard.lastEventId,
          })),
        );
      },
      onDelay(why) {
        const phase = turnOf(key)?.phase;
        if (phase !== 'stopping') changePhase(key, why === 'in_progress' ? 'waiting' : phaseAfterBreak(key));
      },
    });
  }

  const phaseAfterBreak = (key: string): Phase => (turnOf(key)?.turnId === null ? 'sending' : 'reconnecting');

  function giveUp(key: string, problem: Problem): void {
    const turn = turnOf(key);
    if (turn === undefined) return;
    if (turn.phase === 'stopping') changePhase(key, 'stopped');
    else if (turn.turnId !== null) {
      state.set((before) => changeTurn(before, key, (lost) => ({ ...lost, phase: 'lost', problem })));
    } else {
      const isForgotten = isGone(problem);
      if (isForgotten) rememberConversation(null);
      state.set((before) => ({
        ...before,
        conversation: isForgotten ? null : before.conversation,
        turns: before.turns.filter((one) => one.key !== key),
        draft: before.draft === '' ? turn.question : before.draft,
        refusal: { problem, key: isForgotten ? newKey() : key, question: turn.question },
      }));
    }
  }

  return {
    changePhase,
    run(key) {
      const controller = new AbortController();
      listening.set(key, controller);
      run(key, controller.signal)
        .catch((cause: unknown) => {
          if (!controller.signal.aborted)
            giveUp(key, cause instanceof Problem ? cause : new Problem('internal', { cause }));
        })
        .finally(() => {
          if (listening.get(key) === controller) listening.delete(key);
        });
    },
    abandon(key) {
      listening.get(key)?.abort();
      const turn = turnOf(key);
      if (turn !== undefined && isUnderWay(turn)) changePhase(key, 'stopped');
    },
    abandonAll() {
      for (const controller of listening.values()) controller.abort();
    },
  };
}
