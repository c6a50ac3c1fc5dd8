import type { Entry } from '#domain/conversation.ts';
import type { HandoffId } from '#domain/ids.ts';
import type { Handoff } from '#domain/turn.ts';

const openStates: ReadonlySet<Handoff['state']> = new Set(['open', 'claimed', 'waiting']);

/** The handoff a person is concerned with now, in its latest state. */
export function openHandoff(entries: readonly Entry[]): Handoff | null {
  const latest = new Map<HandoffId, Handoff>();
  for (const { body } of entries) if (body.kind === 'handoff') latest.set(body.handoff.id, body.handoff);
  return [...latest.values()].findLast(({ state }) => openStates.has(state)) ?? null;
}
