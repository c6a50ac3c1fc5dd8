import nlp from 'compromise/two';
import { z } from 'zod';

const termsSchema = z.array(
  z.object({
    terms: z.array(
      z.object({ tags: z.array(z.string()), offset: z.object({ start: z.number(), length: z.number() }) }),
    ),
  }),
);

export type WordRole = 'noun' | 'verb' | 'adverb' | 'adjective' | 'other';

const ROLES = [
  ['Verb', 'verb'],
  ['Adverb', 'adverb'],
  ['Noun', 'noun'],
  ['Adjective', 'adjective'],
] as const;

/** The part of speech of the word that holds an offset of the text (UTF-16 code units). */
export function findWordRoles(text: string): (offset: number) => WordRole {
  const sentences = termsSchema.parse(nlp(text).json({ offset: true }));
  const words = sentences.flatMap(({ terms }) => terms);
  return (offset) => {
    const word = words.find(({ offset: { start, length } }) => offset >= start && offset < start + length);
    return ROLES.find(([tag]) => word?.tags.includes(tag))?.[1] ?? 'other';
  };
}
