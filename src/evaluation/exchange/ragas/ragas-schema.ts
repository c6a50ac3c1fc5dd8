import { z } from 'zod';

/**
 * Samples as RAGAS publishes them: `SingleTurnSample`, `MultiTurnSample` in `src/ragas/dataset_schema.py` and the messages
 * in `src/ragas/messages.py` of github.com/explodinggradients/ragas (0.3). `EvaluationDataset.to_jsonl` leaves out fields that
 * are None and writes one sample a line; all samples of a file are of one kind. Written anew from those definitions.
 */
const texts = z.array(z.string());
const ids = z.array(z.union([z.string(), z.int()]));
const rubrics = z.record(z.string(), z.string());

export const singleTurnSchema = z.strictObject({
  user_input: z.string().optional(),
  retrieved_contexts: texts.optional(),
  reference_contexts: texts.optional(),
  retrieved_context_ids: ids.optional(),
  reference_context_ids: ids.optional(),
  response: z.string().optional(),
  multi_responses: texts.optional(),
  reference: z.string().optional(),
  rubrics: rubrics.optional(),
  persona_name: z.string().optional(),
  query_style: z.string().optional(),
  query_length: z.string().optional(),
});

const toolCall = z.strictObject({ name: z.string(), args: z.record(z.string(), z.unknown()) });
const message = { content: z.string(), metadata: z.record(z.string(), z.unknown()).nullish() };

const messageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('human'), ...message }),
  z.strictObject({ type: z.literal('ai'), ...message, tool_calls: z.array(toolCall).nullish() }),
  z.strictObject({ type: z.literal('tool'), ...message }),
]);

export const multiTurnSchema = z.strictObject({
  user_input: z.array(messageSchema).refine(
    (messages) =>
      messages.every(({ type }, at) => {
        const before = messages[at - 1];
        return type !== 'tool' || before?.type === 'tool' || (before?.type === 'ai' && Boolean(before.tool_calls));
      }),
    'a tool message follows an ai message with tool_calls',
  ),
  reference: z.string().optional(),
  reference_tool_calls: z.array(toolCall).optional(),
  rubrics: rubrics.optional(),
  reference_topics: texts.optional(),
});

export type SingleTurnSample = z.infer<typeof singleTurnSchema>;
export type MultiTurnSample = z.infer<typeof multiTurnSchema>;

/** A file holds one kind only, so there may be two. */
export interface RagasSamples {
  readonly single: readonly SingleTurnSample[];
  readonly multi: readonly MultiTurnSample[];
}
