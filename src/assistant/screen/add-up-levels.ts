import type { EscalationLevel } from '#domain/outcome.ts';
import type { ConversationState } from '#domain/turn.ts';
import type { Signal } from './screen.ts';

/** How soon somebody must act. */
export const SEVERITY: Readonly<Record<EscalationLevel, number>> = { urgent: 1, crisis: 2, emergency: 3 };

export function mostSevere(levels: ReadonlyArray<EscalationLevel | null>): EscalationLevel | null {
  return levels.reduce<EscalationLevel | null>(
    (worst, level) => (level && (!worst || SEVERITY[level] > SEVERITY[worst]) ? level : worst),
    null,
  );
}

/** Amber signs of this turn and earlier ones that together are a red flag (UKONS triage: two ambers count as a red). */
export function addUpAmberSigns(
  signals: readonly Signal[],
  state: ConversationState,
  enough: number,
): { readonly amberSigns: readonly string[]; readonly level: EscalationLevel | null } {
  const now = signals.filter(({ signal }) => signal === 'amber').map(({ rule }) => rule);
  const amberSigns = [...new Set([...state.amberSigns, ...now])];
  return { amberSigns, level: now.length > 0 && amberSigns.length >= enough ? 'urgent' : null };
}
