import { parse } from 'yaml';
import { z } from 'zod';
import { tokenise } from '#knowledge/words/tokenise.ts';

const header = {
  version: z.int().positive(),
  source: z.string(),
  owner: z.string(),
  date: z.string(),
  reviewedBy: z.string().nullable(),
};
const ruleSchema = z.strictObject({ cues: z.array(z.string().min(1)).min(1), needs: z.string().min(1).nullable() });
const questionWordsSchema = z.strictObject({
  ...header,
  id: z.literal('question-words'),
  soft: z.string().min(1),
  neverSaid: z.array(z.string().min(1)),
  types: z.record(z.string(), ruleSchema),
});
const everydayWordsSchema = z.strictObject({
  ...header,
  id: z.literal('everyday-words'),
  groups: z.array(z.array(z.coerce.string().min(1)).min(2)),
});

/** A kind of fact a question can ask for, and what the evidence must then show. */
export interface FactType {
  readonly name: string;
  readonly cues: readonly RegExp[];
  readonly needs: RegExp | null;
}

export interface QuestionWords {
  /** Stems that ask or connect and carry no fact. */
  readonly soft: ReadonlySet<string>;
  /** Standing sentences of documents that answer nothing. */
  readonly neverSaid: readonly RegExp[];
  readonly types: readonly FactType[];
}

/** Reads `prompts/answer/question-words.yaml`; throws naming the key that is wrong. */
export function readQuestionWords(yaml: string): QuestionWords {
  const file = questionWordsSchema.parse(parse(yaml));
  return {
    soft: new Set(tokenise(file.soft).map((token) => token.stem)),
    neverSaid: file.neverSaid.map((pattern) => new RegExp(pattern, 'iu')),
    types: Object.entries(file.types).map(([name, rule]) => ({
      name,
      cues: rule.cues.map((cue) => new RegExp(cue, 'iu')),
      needs: rule.needs === null ? null : new RegExp(rule.needs, 'u'),
    })),
  };
}

/** Reads `prompts/answer/everyday-words.yaml`: groups of words that mean the same in a question. */
export function readEverydayWords(yaml: string): ReadonlyArray<readonly string[]> {
  return everydayWordsSchema.parse(parse(yaml)).groups;
}
