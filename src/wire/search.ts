import { z } from 'zod';
import { limits } from './limits.ts';
import { personText } from './person-text.ts';

export const searchRequestSchema = z.strictObject({
  query: personText(limits.searchChars),
  k: z.int().min(1).max(limits.searchResults).default(10),
});

export const searchReplySchema = z.object({
  results: z
    .array(
      z.object({
        passageId: z.string(),
        documentId: z.string(),
        documentVersion: z.string(),
        title: z.string(),
        section: z.string().nullable(),
        text: z.string(),
        start: z.int().min(0),
        end: z.int().min(0),
        score: z.number(),
        ranks: z.object({ words: z.int().nullable(), vectors: z.int().nullable() }),
      }),
    )
    .readonly(),
});

export type SearchReply = z.infer<typeof searchReplySchema>;
