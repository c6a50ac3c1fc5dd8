import type { TracingLog } from './tracing-log.ts';
import type { TurnTracing } from './turn-tracing.ts';

export interface TracingSettings {
  readonly otlpTracesUrl?: string | undefined;
  readonly otlpWithWords: boolean;
}

/** Null unless the operator said where traces go: then nothing of it is loaded. */
export async function openTracing(settings: TracingSettings, log: TracingLog): Promise<TurnTracing | null> {
  const { otlpTracesUrl: url, otlpWithWords: withWords } = settings;
  if (url === undefined) return null;
  const { createOtlpTracing } = await import('./create-otlp-tracing.ts');
  return createOtlpTracing({ url, withWords, log });
}
