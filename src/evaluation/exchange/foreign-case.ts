import { createHash } from 'node:crypto';
import type { EvalCase } from '#evaluation/eval-case.ts';

export interface ForeignDefaults {
  /** Who brings the cases in. */
  readonly author: string;
  /** ISO date. */
  readonly date: string;
}

export interface ForeignCases {
  readonly cases: readonly EvalCase[];
  /** What could not be carried over, by line. */
  readonly leftOut: ReadonlyArray<{ readonly line: number; readonly what: string }>;
}

/** A case from another tool: an id from its question, so that bringing it in again changes it and adds none. */
export function foreignCase(
  tool: 'ragas' | 'promptfoo',
  turns: EvalCase['turns'],
  known: Pick<EvalCase, 'expected' | 'facts' | 'support'>,
  { author, date }: ForeignDefaults,
): EvalCase {
  const hash = createHash('sha256').update(turns.join('\0')).digest('hex').slice(0, 10);
  return { id: `${tool}-${hash}`, turns, ...known, tags: [tool], author, reviewer: null, date, split: 'dev' };
}

/** `abstained/no_evidence`: outcome and what further is expected of it. */
export function writeOutcome({ outcome, reason, level }: EvalCase['expected']): string {
  const more = reason ?? level ?? null;
  return more === null ? outcome : `${outcome}/${more}`;
}
