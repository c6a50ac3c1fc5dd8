import { z } from 'zod';

const roles = ['coordinator', 'evaluator', 'adjudicator', 'admin'] as const;

const entrySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  roles: z.array(z.enum(roles)).min(1),
  key: z.string().regex(/^[\x21-\x7e]{32,256}$/),
});

/**
 * `name:role:key`, comma-separated; more than one role as `role+role`. The same name, or the same key, twice is refused: two
 * ratings must come from two people.
 */
export function staffKeys() {
  return z
    .string()
    .default('')
    .transform((value) => value.split(',').flatMap((entry) => (entry.trim() === '' ? [] : [splitEntry(entry.trim())])))
    .pipe(z.array(entrySchema))
    .refine((entries) => isEachOnce(entries.map(({ id }) => id)) && isEachOnce(entries.map(({ key }) => key)))
    .readonly();
}

function splitEntry(entry: string) {
  const [id, role = '', ...key] = entry.split(':');
  return { id, roles: role.split('+'), key: key.join(':') };
}

function isEachOnce(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
