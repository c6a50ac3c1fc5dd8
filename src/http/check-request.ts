import type { z } from 'zod';
import { Fault } from '#domain/fault.ts';
import { describeProblems } from '#wire/describe-problems.ts';

/** The request as its schema reads it. Faults: `invalid` with every field that is wrong. */
export function checkRequest<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new Fault('invalid', 'The request does not fit its schema', {
    details: { fields: describeProblems(read.error) },
  });
}
