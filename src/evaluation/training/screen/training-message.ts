import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/**
 * What a message of `evals/training` is. `not_medical`: neither medical nor about the organisation. `order` and `prose` are no
 * messages but text of documents: meant for a machine, meant for a reader.
 */
export const LABELS = [
  'emergency',
  'urgent',
  'crisis',
  'benign',
  'own',
  'general',
  'not_medical',
  'person',
  'no_person',
  'order',
  'prose',
] as const;
export type Label = (typeof LABELS)[number];

const schema = z.strictObject({
  text: z.string().min(1).max(4000),
  label: z.enum(LABELS),
  /** Weaker signs that are there now; only where they were looked for. */
  signs: z.array(z.string()).optional(),
  /** Messages of one group are never on both sides of a fold: minimal pairs, one phrasing. */
  group: z.string().min(1),
});
export type TrainingMessage = z.infer<typeof schema>;

/** Reads a file of messages, one JSON object a line. Throws naming the line that is none. */
export async function readTrainingMessages(path: string): Promise<TrainingMessage[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const result = schema.safeParse(JSON.parse(line));
    if (!result.success) throw new Error(`${path}, line ${at + 1}: ${z.prettifyError(result.error)}`);
    return [result.data];
  });
}
