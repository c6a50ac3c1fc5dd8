import { z } from 'zod';
import { type EvalCase, evalCaseSchema } from '#evaluation/eval-case.ts';
import { type ForeignCases, type ForeignDefaults, foreignCase } from '#evaluation/exchange/foreign-case.ts';
import { readJsonl } from '#evaluation/exchange/jsonl.ts';
import { multiTurnSchema, singleTurnSchema } from './ragas-schema.ts';

/** Fields that RAGAS adds in later versions are no reason to refuse a file. */
const sampleSchema = z.union([singleTurnSchema.loose(), multiTurnSchema.loose()]);
const outcomeSchema = evalCaseSchema.shape.expected;

function expectedOf(rubrics: Readonly<Record<string, string>> | undefined, isAnswerable: boolean) {
  const [outcome = '', more = null] = (rubrics?.['outcome'] ?? (isAnswerable ? 'answered' : '')).split('/');
  const parsed = outcomeSchema.safeParse(
    outcome === 'escalated' ? { outcome, reason: null, level: more } : { outcome, reason: more },
  );
  return parsed.success ? parsed.data : null;
}

/** `required_1`, `required_2`… as this project writes them; none in a file of another origin. */
function factsIn(rubrics: Readonly<Record<string, string>> | undefined, name: string): string[][] {
  return Object.entries(rubrics ?? {})
    .filter(([key]) => new RegExp(`^${name}_\\d+$`, 'u').test(key))
    .map(([, forms]) => forms.split(' | '));
}

/** Cases of a file of samples. A reference answer becomes one required fact, to be cut down by a person. Throws naming the line. */
export function ragasToCases(text: string, defaults: ForeignDefaults): ForeignCases {
  const leftOut: Array<{ line: number; what: string }> = [];
  const cases = readJsonl(text).map(({ line, value }): EvalCase => {
    const parsed = sampleSchema.safeParse(value);
    if (!parsed.success) throw new Error(`line ${line}: ${z.prettifyError(parsed.error)}`);
    const sample = parsed.data;
    const { user_input: input, reference, rubrics } = sample;
    const turns = Array.isArray(input)
      ? input.filter(({ type }) => type === 'human').map(({ content }) => content)
      : [input ?? ''];
    if (turns.length === 0 || turns.some((turn) => turn.trim() === ''))
      throw new Error(`line ${line}: user_input asks nothing`);
    const single = Array.isArray(input) ? null : singleTurnSchema.loose().parse(sample);
    const contexts = single?.reference_contexts ?? [];
    const expected = expectedOf(rubrics, reference !== undefined || contexts.length > 0);
    if (expected === null) throw new Error(`line ${line}: neither reference nor rubrics.outcome says what is expected`);
    const documents = single?.reference_context_ids ?? [];
    if (contexts.length > documents.length)
      leftOut.push({ line, what: 'reference_contexts without reference_context_ids: of which document?' });
    if (single?.response !== undefined) leftOut.push({ line, what: 'response: a suite holds no answers' });
    const required = factsIn(rubrics, 'required');
    return foreignCase(
      'ragas',
      turns,
      {
        expected,
        facts: {
          required: required.length > 0 || reference === undefined ? required : [[reference]],
          forbidden: factsIn(rubrics, 'forbidden'),
        },
        support: contexts.flatMap((contains, at) =>
          documents[at] === undefined ? [] : [{ document: String(documents[at]), heading: '', contains }],
        ),
      },
      defaults,
    );
  });
  return { cases, leftOut };
}
