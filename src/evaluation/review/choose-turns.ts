import { createHash } from 'node:crypto';
import type { Outcome } from '#domain/outcome.ts';
import type { ReviewCause } from '#domain/review.ts';

/** Of which turns a share is reviewed, from 0 to 1. Thumbs-down are always reviewed. */
export interface ReviewShares {
  readonly seed: number;
  /** Of all turns that ended with a result. */
  readonly any: number;
  readonly abstained: number;
  readonly escalated: number;
}

/**
 * Why a turn is reviewed, or null. Decided by a hash of seed and turn id alone, so that it comes out the same whenever and
 * however often it is asked, and no turn's fate depends on another's.
 */
export function chooseTurn(
  turnId: string,
  outcome: Outcome['kind'],
  { seed, any, abstained, escalated }: ReviewShares,
): ReviewCause | null {
  const draw = drawOf(seed, turnId);
  if (outcome === 'escalated' && draw < escalated) return 'escalated';
  if (outcome === 'abstained' && draw < abstained) return 'abstained';
  return draw < any ? 'sampled' : null;
}

/** From 0 to below 1, as even as SHA-256 is. */
export function drawOf(seed: number, id: string): number {
  const bytes = createHash('sha256')
    .update(JSON.stringify([seed, id]))
    .digest();
  return bytes.readUIntBE(0, 6) / 2 ** 48;
}
