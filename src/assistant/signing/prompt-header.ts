import { z } from 'zod';

const line = z.string().trim().min(1);

/** What every file of rules, texts or weights says about itself. Only `npm run sign` writes the last three. */
export const promptHeader = {
  version: z.int().positive(),
  source: line,
  owner: line,
  date: z.iso.date(),
  /** Id of a person in `REVIEWERS.yaml`; null until that person has signed. */
  reviewedBy: line.nullable(),
  reviewedOn: z.iso.date().optional(),
  /** SHA-256 of what was signed; another one means that the text was changed since. */
  reviewedText: z
    .string()
    .regex(/^[0-9a-f]{64}$/u, 'is no SHA-256')
    .optional(),
};
