import { createRequire } from 'node:module';
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

type Tagger = typeof import('compromise/two').default;
let tagger: Tagger | null = null;

/** Loaded when it is first needed: it takes a third of the time that all the rest of the server takes to load. */
function loadTagger(): Tagger {
  tagger ??= createRequire(import.meta.url)('compromise/two') as Tagger;
  return tagger;
}

function tagWords(text: string): RoleAt {
  const sentences = termsSchema.parse(loadTagger()(text).json({ offset: true }));
  // Only what is asked for later: thousands of texts are kept.
  const words = sentences.flatMap(({ terms }) =>
    terms.map(({ tags, offset: { start, length } }) => {
      const role: WordRole = ROLES.find(([tag]) => tags.includes(tag))?.[1] ?? 'other';
      return { start, end: start + length, role };
    }),
  );
  return (offset) => words.find(({ start, end }) => offset >= start && offset < end)?.role ?? 'other';
}
