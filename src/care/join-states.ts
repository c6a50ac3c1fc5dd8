import type { EscalationLevel } from '#domain/outcome.ts';
import type { ConversationState } from '#domain/turn.ts';

const severity: Record<EscalationLevel, number> = { urgent: 1, crisis: 2, emergency: 3 };

/** What two turns that ran beside each other leave: neither undoes what the other found. */
export function joinStates(one: ConversationState, other: ConversationState): ConversationState {
  return {
    levelReached: higher(one.levelReached, other.levelReached),
    amberSigns: [...new Set([...one.amberSigns, ...other.amberSigns])],
    ownCaseOpen: one.ownCaseOpen || other.ownCaseOpen,
  };
}

function higher(one: EscalationLevel | null, other: EscalationLevel | null): EscalationLevel | null {
  if (one === null || other === null) return one ?? other;
  return severity[one] >= severity[other] ? one : other;
}
