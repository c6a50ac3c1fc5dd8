import { z } from 'zod';
import { chatRequestSchema } from '#wire/chat-request.ts';
import { conversationEventSchema, conversationExportSchema, conversationSchema } from '#wire/conversation.ts';
import { documentListSchema, documentSchema } from '#wire/document.ts';
import { faultSchema } from '#wire/fault.ts';
import { feedbackRequestSchema } from '#wire/feedback.ts';
import { aliveSchema, readinessSchema } from '#wire/health.ts';
import { passageSchema } from '#wire/passage.ts';
import { replySchema } from '#wire/reply.ts';
import { agreementSchema, promotionSchema, reviewItemSchema, reviewListSchema } from '#wire/review.ts';
import { adjudicationRequestSchema, promotionRequestSchema, ratingRequestSchema } from '#wire/review-request.ts';
import { searchReplySchema, searchRequestSchema } from '#wire/search.ts';
import { turnEventSchema } from '#wire/turn-event.ts';
import { welcomeSchema } from '#wire/welcome.ts';

const named = {
  AdjudicationRequest: adjudicationRequestSchema,
  Agreement: agreementSchema,
  Alive: aliveSchema,
  ChatRequest: chatRequestSchema,
  Conversation: conversationSchema,
  ConversationEvent: conversationEventSchema,
  ConversationExport: conversationExportSchema,
  Document: documentSchema,
  DocumentList: documentListSchema,
  Fault: faultSchema,
  FeedbackRequest: feedbackRequestSchema,
  Passage: passageSchema,
  Promotion: promotionSchema,
  PromotionRequest: promotionRequestSchema,
  RatingRequest: ratingRequestSchema,
  Readiness: readinessSchema,
  Reply: replySchema,
  ReviewItem: reviewItemSchema,
  ReviewList: reviewListSchema,
  SearchReply: searchReplySchema,
  SearchRequest: searchRequestSchema,
  TurnEvent: turnEventSchema,
  Welcome: welcomeSchema,
};

/** Every schema of the contract as JSON Schema 2020-12, which is what OpenAPI 3.1 takes. */
export function renderSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  // As input: what we send may gain keys, and clients must not be told that it will not.
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [id, schema]),
  );
}
