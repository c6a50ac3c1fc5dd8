import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Fault } from '#domain/fault.ts';

/** Counts one request for `key`; throws `rate_limited` when it is one too many in this minute. */
export type RateLimit = (key: string) => Promise<void>;

export function createRateLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return async () => undefined;
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new Fault('rate_limited', 'Too many requests', { details: { retryAfterSeconds } });
    }
  };
}
