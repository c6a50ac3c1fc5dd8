import { z } from 'zod';

/**
 * Test cases and results as promptfoo publishes them: `TestCaseSchema`, `AssertionSchema`, `GradingResult`,
 * `EvaluateResult`, `EvaluateSummaryV3` and `OutputFile` in `src/types/index.ts` of github.com/promptfoo/promptfoo (0.120).
 * Written anew from those definitions, no wider than what is written here needs.
 */
const anything = z.record(z.string(), z.unknown());

const assertionSchema = z.strictObject({
  type: z.string().min(1),
  value: z.union([z.string(), z.array(z.string()), z.number(), anything]).optional(),
  config: anything.optional(),
  threshold: z.number().optional(),
  weight: z.number().optional(),
  metric: z.string().optional(),
  provider: z.unknown().optional(),
  rubricPrompt: z.unknown().optional(),
  transform: z.string().optional(),
  contextTransform: z.string().optional(),
});

/** Null and undefined are no values of variables. */
const varSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.unknown()), anything]);

export const testCaseSchema = z.strictObject({
  description: z.string().optional(),
  vars: z.record(z.string(), varSchema).optional(),
  provider: z.unknown().optional(),
  providers: z.array(z.string()).optional(),
  prompts: z.array(z.string()).optional(),
  providerOutput: z.unknown().optional(),
  assert: z.array(assertionSchema).optional(),
  assertScoringFunction: z.string().optional(),
  options: anything.optional(),
  threshold: z.number().optional(),
  metadata: anything.optional(),
});

export type PromptfooTest = z.infer<typeof testCaseSchema>;

const tokenUsage = z.strictObject({
  prompt: z.number(),
  completion: z.number(),
  cached: z.number(),
  total: z.number(),
  numRequests: z.number(),
});

const gradingResult = z.strictObject({
  pass: z.boolean(),
  score: z.number(),
  reason: z.string(),
  namedScores: z.record(z.string(), z.number()).optional(),
});

const promptSchema = z.strictObject({ raw: z.string(), label: z.string() });

const resultSchema = z.strictObject({
  promptIdx: z.int(),
  testIdx: z.int(),
  testCase: testCaseSchema,
  promptId: z.string(),
  provider: z.strictObject({ id: z.string(), label: z.string().optional() }),
  prompt: promptSchema,
  vars: z.record(z.string(), varSchema),
  response: z.strictObject({ output: z.string(), metadata: anything.optional() }).optional(),
  error: z.string().nullish(),
  /** 0 none, 1 an assertion, 2 an error. */
  failureReason: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  success: z.boolean(),
  score: z.number(),
  latencyMs: z.number(),
  gradingResult: gradingResult.nullish(),
  namedScores: z.record(z.string(), z.number()),
  metadata: anything.optional(),
});

export const outputFileSchema = z.strictObject({
  evalId: z.string().nullable(),
  results: z.strictObject({
    version: z.literal(3),
    timestamp: z.string(),
    results: z.array(resultSchema),
    prompts: z.array(z.strictObject({ ...promptSchema.shape, provider: z.string() })),
    stats: z.strictObject({ successes: z.int(), failures: z.int(), errors: z.int(), tokenUsage }),
  }),
  config: anything,
  shareableUrl: z.string().nullable(),
});

export type PromptfooOutput = z.infer<typeof outputFileSchema>;
