import { parse } from 'yaml';
import { z } from 'zod';
import { tokenise } from '#knowledge/words/tokenise.ts';

const schema = z.strictObject({
  id: z.literal('form-words'),
  version: z.int().positive(),
  source: z.string(),
  owner: z.string(),
  date: z.string(),
  reviewedBy: z.string().nullable(),
  ignored: z.string().min(1),
  asking: z.string().min(1),
});

export interface FormWords {
  /** Stems left out of both questions. */
  readonly ignored: ReadonlySet<string>;
  /** Stems that only ask. */
  readonly asking: ReadonlySet<string>;
}

/** Reads `prompts/answer/form-words.yaml`; throws naming the key that is wrong. */
export function readFormWords(yaml: string): FormWords {
  const { ignored, asking } = schema.parse(parse(yaml));
  const stems = (words: string) => new Set(tokenise(words).map(({ stem }) => stem));
  return { ignored: stems(ignored), asking: stems(asking) };
}
