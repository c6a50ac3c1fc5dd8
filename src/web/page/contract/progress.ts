import type { z } from 'zod';
import type { readinessSchema } from '#wire/health.ts';
import { count, nullable, partOf, record, type Shape, type Shaped } from '../shape.ts';

const seconds: Shape<number> = (value): value is number => typeof value === 'number' && value >= 0;

export const progress = partOf<z.infer<typeof readinessSchema>>()(
  record({ done: count, total: count, etaSeconds: nullable(seconds) }),
);

export type Progress = Shaped<typeof progress>;
