import { z } from 'zod';
import type {
  ConversationId,
  DocumentId,
  DocumentVersion,
  HandoffId,
  PassageId,
  ReviewItemId,
  TurnId,
} from '#domain/ids.ts';

function storedId<Id extends string>() {
  return z.custom<Id>((value) => typeof value === 'string' && value.length > 0);
}

export const documentId = storedId<DocumentId>();
export const documentVersion = storedId<DocumentVersion>();
export const passageId = storedId<PassageId>();
export const conversationId = storedId<ConversationId>();
export const turnId = storedId<TurnId>();
export const handoffId = storedId<HandoffId>();
export const reviewItemId = storedId<ReviewItemId>();
