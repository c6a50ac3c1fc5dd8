import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { promptHeader } from '#assistant/signing/prompt-header.ts';
import { tokenise } from '#knowledge/words/tokenise.ts';

const patterns = z.array(z.string().min(1)).min(1);
const ruleSchema = z.strictObject({
  cues: patterns,
  needs: z.string().min(1).nullable(),
  prefers: z.string().min(1).optional(),
  words: z.array(z.string().min(1)).optional(),
  counted: z.array(z.strictObject({ words: z.string().min(1), shows: z.string().min(1) })).optional(),
});
const questionWordsSchema = z.strictObject({
  ...promptHeader,
  id: z.literal('question-words'),
  soft: z.string().min(1),
  neverSaid: z.array(z.string().min(1)),
  types: z.record(z.string(), ruleSchema),
});
const everydayWordsSchema = z.strictObject({
  ...promptHeader,
  id: z.literal('everyday-words'),
  groups: z.array(z.array(z.coerce.string().min(1)).min(2)),
});

/** A kind of fact a question can ask for, and what the evidence must then show. */
export interface FactType {
  readonly name: string;
  readonly cues: readonly RegExp[];
  readonly needs: RegExp | null;
  /** What answers it best, where it answers better than what it needs. */
  readonly prefers: RegExp | null;
  /** Everyday words that speak of this kind of fact, as stems. */
  readonly words: ReadonlyArray<readonly string[]>;
  /** Things that it counts whose number is shown in a way of its own. */
  readonly counted: readonly Countable[];
}

/** Things that are counted, with how a sentence shows their number ("n=40" people). */
export interface Countable {
  readonly stems: ReadonlySet<string>;
  readonly shows: RegExp;
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
  const file = questionWordsSchema.parse(load(yaml, { schema: CORE_SCHEMA }));
  const anyCase = (list: readonly string[]) => list.map((pattern) => new RegExp(pattern, 'iu'));
  const stems = (phrase: string) => tokenise(phrase).map((token) => token.stem);
  return {
    soft: new Set(stems(file.soft)),
    neverSaid: anyCase(file.neverSaid),
    types: Object.entries(file.types).map(([name, rule]) => ({
      name,
      cues: anyCase(rule.cues),
      needs: rule.needs === null ? null : new RegExp(rule.needs, 'u'),
      prefers: rule.prefers === undefined ? null : new RegExp(rule.prefers, 'u'),
      words: (rule.words ?? []).map(stems),
      counted: (rule.counted ?? []).map((c) => ({ stems: new Set(stems(c.words)), shows: new RegExp(c.shows, 'iu') })),
    })),
  };
}

/** Reads `prompts/answer/everyday-words.yaml`: groups of words that mean the same in a question. */
export function readEverydayWords(yaml: string): ReadonlyArray<readonly string[]> {
  return everydayWordsSchema.parse(load(yaml, { schema: CORE_SCHEMA })).groups;
}
