import type { FaultCode } from '#domain/fault.ts';
import type { TurnResult } from '#domain/turn.ts';
import type { CareDeps } from './care-deps.ts';
import { type Conclusion, concludeWithFault, concludeWithResult } from './conclude-turn.ts';
import { decideHandoff } from './decide-handoff.ts';
import type { TurnSoFar } from './running-turns.ts';

/**
 * How a turn ends that cannot be written down: a flagged one with its card, any other with the fault. The unit, for when
 * the store is back, holds what was shown and, for a flagged one, the urgent handoff nobody could be promised.
 */
export function concludeUnrecorded(
  { clock, ids }: Pick<CareDeps, 'clock' | 'ids'>,
  turn: TurnSoFar,
  flagged: TurnResult | null,
  code: FaultCode,
): Conclusion {
  if (flagged === null) return concludeWithFault(turn, code);
  const finishedAt = clock.now().toISOString();
  const { events, unit } = concludeWithResult(turn, flagged, {
    recorded: false,
    handoff: null,
    state: flagged.state,
    finishedAt,
  });
  const { turnId } = turn;
  const handoff = decideHandoff(flagged.outcome, null, ids);
  if (handoff === null) return { events, unit };
  return { events, unit: { ...unit, entries: [...unit.entries, { kind: 'handoff', turnId, handoff }] } };
}
