import { z } from 'zod';
import type { HumanLabel } from './calibrate-judge.ts';

const labelSchema = z.strictObject({
  claim: z.string().min(1),
  evidence: z.array(z.string()),
  supported: z.boolean(),
  labelledBy: z.string().nullable(),
  heldOut: z.boolean(),
});

/** Labels, one JSON object a line. Throws naming the first line that is none. */
export function readLabels(text: string): HumanLabel[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new Error(`line ${at + 1}: not JSON`, { cause });
    }
    const parsed = labelSchema.safeParse(value);
    if (!parsed.success) throw new Error(`line ${at + 1}: ${z.prettifyError(parsed.error)}`);
    return [parsed.data];
  });
}
