import { parse } from 'yaml';
import { z } from 'zod';
import { promptHeader } from '#assistant/signing/prompt-header.ts';
import { tokenise } from '#knowledge/words/tokenise.ts';

const schema = z.strictObject({
  id: z.literal('form-words'),
  ...promptHeader,
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
