import { readFile } from 'node:fs/promises';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';

const reviewer = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/u, 'holds other characters than a–z, 0–9 and -'),
  name: z.string().trim().min(1),
  /** What makes the person fit to judge: a profession and where it is registered. */
  role: z.string().trim().min(1),
});
const schema = z.strictObject({ reviewers: z.array(reviewer) });

export type Reviewer = z.infer<typeof reviewer>;

/** People whose signature counts. Throws naming the file and what is wrong in it. */
export async function readReviewers(path: string): Promise<readonly Reviewer[]> {
  const result = schema.safeParse(load(await readFile(path, 'utf8'), { schema: CORE_SCHEMA, filename: path }));
  if (!result.success) throw new Error(`${path} is not a list of reviewers:\n${z.prettifyError(result.error)}`);
  const ids = result.data.reviewers.map(({ id }) => id);
  const doubled = ids.find((id, at) => ids.indexOf(id) !== at);
  if (doubled !== undefined) throw new Error(`${path}: ${doubled} stands there twice`);
  return result.data.reviewers;
}
