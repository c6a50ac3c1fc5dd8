import { Problem } from '../api/problem.ts';
import { BrokenStream } from '../api/read-events.ts';

/** Pauses between attempts; there are as many attempts in a row that may bring nothing new. */
const pausesMs = [400, 1_000, 2_000, 4_000, 8_000, 12_000];
const longestPauseMs = 30_000;
/** One turn at a time: how often a question that has to wait is offered again. */
const waiting = { pauseMs: 1_500, times: 60 };

interface Attempts {
  readonly hasBegun: boolean;
  readonly failures: number;
  readonly waits: number;
}

/** Whether to try again after a failure, and when; null when it is final. */
export function delayAfter(
  cause: unknown,
  { hasBegun, failures, waits }: Attempts,
): { readonly why: 'broken' | 'in_progress'; readonly ms: number } | null {
  if (cause instanceof Problem && cause.code === 'turn_in_progress') {
    return waits < waiting.times ? { why: 'in_progress', ms: waiting.pauseMs } : null;
  }
  const ms = pausesMs[failures];
  if (ms === undefined) return null;
  if (cause instanceof BrokenStream) return { why: 'broken', ms };
  if (!(cause instanceof Problem)) return null;
  // Before it has begun, a refusal is told at once and the question goes back to the person who asked it.
  const passing = hasBegun
    ? ['unreachable', 'offline', 'overloaded', 'storage_unavailable', 'not_ready', 'rate_limited', 'too_many_turns']
    : ['unreachable'];
  if (!passing.includes(cause.code)) return null;
  return { why: 'broken', ms: Math.min(Math.max(ms, (cause.retryAfterSeconds ?? 0) * 1_000), longestPauseMs) };
}
