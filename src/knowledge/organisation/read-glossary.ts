import { z } from 'zod';
import { readYamlFile } from './read-yaml-file.ts';

/** Names that mean the same, and a plain explanation for readers. */
export interface GlossaryEntry {
  /** As the documents write it. */
  readonly term: string;
  readonly aliases: readonly string[];
  /** Broader, narrower or neighbouring words: weaker than an alias, never a definition. */
  readonly related: readonly string[];
  readonly meaning: string | null;
  /** `other` where the file does not say. */
  readonly kind: string;
  /** The names without a lower-case letter count only exactly as written. */
  readonly caseSensitive: boolean;
}

const words = z.string().trim().min(1, 'is empty');
const listOfWords = z
  .array(words)
  .nullish()
  .transform((list) => list ?? []);

const glossarySchema = z
  .array(
    z.strictObject({
      term: words,
      aliases: listOfWords,
      related: listOfWords,
      meaning: words.nullish().transform((text) => text ?? null),
      kind: words.nullish().transform((text) => text ?? 'other'),
      caseSensitive: z.boolean().nullish().transform(Boolean),
    }),
  )
  .superRefine((entries, context) => {
    const seen = new Set<string>();
    for (const [index, { term }] of entries.entries()) {
      if (seen.has(term))
        context.addIssue({ code: 'custom', path: [index, 'term'], message: `"${term}" stands twice` });
      seen.add(term);
    }
  });

/** The entries of `glossary.yaml`; none when there is no file. Throws `YamlFileProblem`. */
export async function readGlossary(file: string): Promise<readonly GlossaryEntry[]> {
  return (await readYamlFile(file, glossarySchema)) ?? [];
}
