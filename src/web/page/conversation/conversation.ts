import { cancelTurn } from '../api/cancel-turn.ts';
import { deleteConversation } from '../api/delete-conversation.ts';
import { newKey } from '../api/new-key.ts';
import { Problem } from '../api/problem.ts';
import { recallConversation, rememberConversation } from '../api/session.ts';
import { trimTurn } from '../api/trim-turn.ts';
import { changeTurn, firstState, type PageState } from './page-state.ts';
import { isGone, restoreTurns } from './restore.ts';
import { createRunner } from './run-turn.ts';
import { createStore, type Store } from './store.ts';
import { isUnderWay, newTurn } from './turn.ts';
import { withoutTooMuch } from './without-too-much.ts';

export interface Conversation {
  readonly state: Store<PageState>;
  write(draft: string): void;
  /** Asks; the question is shown at once. */
  ask(question: string): void;
  /** Takes up a lost answer where it was left, or asks a failed question again. */
  retry(key: string): void;
  stop(key: string): void;
  /** Has what was told too much removed on the server, then shows the question without it. Throws a `Problem`. */
  trim(key: string): Promise<void>;
  /** Leaves a question as it is, and offers no more to change it. */
  keep(key: string): void;
  /** Forgets the conversation on this device and begins a new one. */
  startOver(): void;
  /** Deletes it on the server, then forgets it here. Throws a `Problem`. */
  erase(): Promise<void>;
  /** Shows again what a reload interrupted. */
  restore(): Promise<void>;
}

const stopMs = 8_000;

export function createConversation(): Conversation {
  const state = createStore<PageState>(firstState(recallConversation()));
  const runner = createRunner(state);
  const turnOf = (key: string) => state.get().turns.find((turn) => turn.key === key);

  const conversation: Conversation = {
    state,
    write: (draft) => state.set((before) => ({ ...before, draft })),
    ask(question) {
      const { refusal } = state.get();
      const key = refusal?.question === question ? refusal.key : newKey();
      state.set((before) => ({
        ...before,
        draft: '',
        refusal: null,
        turns: [...before.turns, newTurn(key, question)],
      }));
      runner.run(key);
    },
    retry(key) {
      const turn = turnOf(key);
      if (turn?.phase === 'lost') {
        state.set((before) => ({
          ...before,
          turns: before.turns.map((one) => (one.key === key ? { ...one, phase: 'reconnecting', problem: null } : one)),
        }));
        runner.run(key);
      } else if (turn !== undefined && !isUnderWay(turn)) {
        state.set((before) => ({ ...before, turns: before.turns.filter((one) => one.key !== key) }));
        conversation.ask(turn.question);
      }
    },
    stop(key) {
      const turn = turnOf(key);
      const opened = state.get().conversation;
      if (turn === undefined || !isUnderWay(turn)) return;
      runner.changePhase(key, 'stopping');
      if (turn.turnId === null || opened === null) {
        runner.abandon(key);
        return;
      }
      // What ends the turn is its last event; without one, the wait for it ends here.
      cancelTurn(turn.turnId, opened).catch(() => runner.abandon(key));
      setTimeout(() => {
        if (turnOf(key)?.phase === 'stopping') runner.abandon(key);
      }, stopMs);
    },
    async trim(key) {
      const turnId = turnOf(key)?.turnId ?? null;
      const opened = state.get().conversation;
      if (turnId === null || opened === null) throw new Problem('not_found');
      await trimTurn(turnId, opened);
      state.set((before) => changeTurn(before, key, (turn) => withoutTooMuch(turn, 'trimmed')));
    },
    keep(key) {
      state.set((before) => changeTurn(before, key, (turn) => withoutTooMuch(turn, 'kept')));
    },
    startOver() {
      runner.abandonAll();
      rememberConversation(null);
      state.set(() => firstState(null));
    },
    async erase() {
      const opened = state.get().conversation;
      if (opened !== null) await deleteConversation(opened);
      conversation.startOver();
    },
    async restore() {
      const opened = state.get().conversation;
      if (opened === null) return;
      state.set((before) => ({ ...before, restoring: 'yes' }));
      try {
        const turns = await restoreTurns(opened);
        state.set((before) => ({ ...before, restoring: 'no', turns: [...turns, ...before.turns] }));
        for (const turn of turns.filter(isUnderWay)) runner.run(turn.key);
      } catch (cause) {
        const problem = cause instanceof Problem ? cause : new Problem('unreadable', { cause });
        if (isGone(problem)) rememberConversation(null);
        state.set((before) => ({
          ...before,
          restoring: problem,
          conversation: isGone(problem) ? null : before.conversation,
        }));
      }
    },
  };

  addEventListener('online', () => {
    for (const turn of state.get().turns) if (turn.phase === 'lost') conversation.retry(turn.key);
  });
  return conversation;
}
