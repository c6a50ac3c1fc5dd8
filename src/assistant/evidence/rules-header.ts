import { z } from 'zod';

/** What every file of rules says about itself; `reviewedBy` is null until a real person has signed. */
export const rulesHeader = {
  version: z.int().positive(),
  source: z.string(),
  owner: z.string(),
  date: z.string(),
  reviewedBy: z.string().nullable(),
};
