import type { Care } from '#care/care.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { Organisation } from './organisation.ts';

/** The language a recorded turn was held in. Faults: `not_found`, `erased`. */
export async function readTurnLocale(
  { care, organisation }: { readonly care: Pick<Care, 'history'>; readonly organisation: Organisation },
  conversationId: ConversationId,
  turnId: TurnId,
): Promise<string> {
  for (const { body } of await care.history(conversationId)) {
    if (body.kind === 'turn.started' && body.turnId === turnId) return body.locale;
  }
  return organisation.locales[0];
}
