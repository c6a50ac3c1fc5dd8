import type { z } from 'zod';

export function decodeJson<Value>(schema: z.ZodType<Value>, json: string): Value {
  return schema.parse(JSON.parse(json));
}
