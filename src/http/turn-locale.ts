import type { Care } from '#care/care.ts';
import { Fault } from '#domain/fault.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { Organisation } from './organisation.ts';

/**
 * The language a turn was held in. A turn whose conversation cannot be read, such as an escalation that was never stored,
 * is in the default one: that must not keep anybody from it. Fault: `erased`.
 */
export async function readTurnLocale(
  { care, organisation }: { readonly care: Pick<Care, 'history'>; readonly organisation: Organisation },
  conversationId: ConversationId,
  turnId: TurnId,
): Promise<string> {
  try {
    for (const { body } of await care.history(conversationId)) {
      if (body.kind === 'turn.started' && body.turnId === turnId) return body.locale;
    }
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'erased') throw error;
  }
  return organisation.locales[0];
}
