import type { EvalTarget } from '#evaluation/run/eval-target.ts';

export interface Timings {
  readonly conversations: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** A target whose conversations are timed. Times are no part of a run: they differ from one to the next. */
export function timeTarget(target: EvalTarget): { readonly target: EvalTarget; timings(): Timings } {
  const times: number[] = [];
  return {
    target: {
      ...target,
      async ask(turns) {
        const started = performance.now();
        const replies = await target.ask(turns);
        times.push(performance.now() - started);
        return replies;
      },
    },
    timings() {
      const sorted = times.toSorted((a, b) => a - b);
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
      return { conversations: times.length, medianMs: at(0.5), p95Ms: at(0.95), maxMs: sorted.at(-1) ?? 0 };
    },
  };
}
