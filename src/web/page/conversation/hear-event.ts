import { Problem } from '../api/problem.ts';
import type { TurnEvent } from '../contract/turn-event.ts';
import type { Turn } from './turn.ts';

/** The turn after one event of its stream. An event heard twice changes nothing. */
export function hearEvent(turn: Turn, heard: TurnEvent): Turn {
  const phase = turn.phase === 'stopping' ? 'stopping' : 'streaming';
  switch (heard.event) {
    case 'turn':
      return { ...turn, phase, turnId: heard.turnId };
    case 'notice':
      return { ...turn, phase, notice: heard.notice };
    case 'sentence': {
      const fresh = heard.sources.filter((source) => !turn.sources.some(({ n }) => n === source.n));
      const sentences = [...turn.sentences];
      sentences[heard.index] = heard.sentence;
      return { ...turn, phase, sentences, sources: [...turn.sources, ...fresh], reviewed: heard.reviewed };
    }
    case 'done':
      return { ...turn, phase: 'done', reply: heard.reply, turnId: heard.reply.turnId, problem: null };
    case 'error':
      return turn.phase === 'stopping'
        ? { ...turn, phase: 'stopped' }
        : { ...turn, phase: 'failed', problem: new Problem(heard.fault.error.code) };
  }
}
