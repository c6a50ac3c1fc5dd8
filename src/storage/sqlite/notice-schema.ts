import { z } from 'zod';

export const noticeSchema = z.object({
  id: z.string(),
  version: z.string(),
  locale: z.string(),
  title: z.string(),
  text: z.string(),
  actions: z.array(z.object({ label: z.string(), href: z.string() })),
});
