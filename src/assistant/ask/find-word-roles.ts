import nlp from 'compromise/two';
import { LRUCache } from 'lru-cache';
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

type RoleAt = (offset: number) => WordRole;

/** Sentences of the documents come up in question after question: tagging one costs a few milliseconds. */
const tagged = new LRUCache<string, RoleAt>({ max: 5_000 });

/** The part of speech of the word that holds an offset of the text (UTF-16 code units). Pure; remembers recent texts. */
export function findWordRoles(text: string): RoleAt {
  const known = tagged.get(text);
  if (known) return known;
  const roleAt = tagWords(text);
  tagged.set(text, roleAt);
  return roleAt;
}

function tagWords(text: string): RoleAt {
  const sentences = termsSchema.parse(nlp(text).json({ offset: true }));
  const words = sentences.flatMap(({ terms }) => terms);
  return (offset) => {
    const word = words.find(({ offset: { start, length } }) => offset >= start && offset < start + length);
    return ROLES.find(([tag]) => word?.tags.includes(tag))?.[1] ?? 'other';
  };
}
