import type { CaseRecord, EvalRun } from '#evaluation/run/run-record.ts';
import type { PromptfooOutput } from './promptfoo-schema.ts';

const PROMPT = { raw: '{{question}}', label: 'question' };
const PROVIDER = 'citewell';

function toResult(record: CaseRecord, testIdx: number): PromptfooOutput['results']['results'][number] {
  const { id, suite, tags, turns, expected, actual, checks, problems, replies } = record;
  const success = problems.length === 0;
  const namedScores = Object.fromEntries(Object.entries(checks).map(([name, holds]) => [name, holds ? 1 : 0]));
  const vars = { question: turns.at(-1) ?? '', turns: JSON.stringify(turns) };
  return {
    promptIdx: 0,
    testIdx,
    testCase: { description: id, vars, metadata: { suite, tags } },
    promptId: PROMPT.label,
    provider: { id: PROVIDER },
    prompt: PROMPT,
    vars,
    response: { output: replies.at(-1)?.answer?.text ?? '', metadata: { outcome: actual } },
    failureReason: success ? 0 : 1,
    success,
    score: success ? 1 : 0,
    latencyMs: 0,
    gradingResult: {
      pass: success,
      score: success ? 1 : 0,
      reason: success ? 'as expected' : problems.join('; '),
      namedScores,
    },
    namedScores,
    metadata: { suite, tags, expected, actual },
  };
}

/** A run as promptfoo's output file, so that its viewer can show it. A run keeps no times and asks no model: those are 0. */
export function runToPromptfoo(
  { records, split }: Pick<EvalRun, 'records' | 'split'>,
  timestamp: string,
): PromptfooOutput {
  const results = records.map(toResult);
  const successes = results.filter(({ success }) => success).length;
  return {
    evalId: null,
    results: {
      version: 3,
      timestamp,
      results,
      prompts: [{ ...PROMPT, provider: PROVIDER }],
      stats: {
        successes,
        failures: results.length - successes,
        errors: 0,
        tokenUsage: { prompt: 0, completion: 0, cached: 0, total: 0, numRequests: 0 },
      },
    },
    config: { description: `citewell, ${split}` },
    shareableUrl: null,
  };
}
