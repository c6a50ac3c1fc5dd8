import { SEMRESATTRS_PROJECT_NAME } from '@arizeai/openinference-semantic-conventions';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOnSampler,
  BasicTracerProvider,
  BatchSpanProcessor,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import type { TracingLog } from './tracing-log.ts';

const SEND_TIMEOUT_MS = 5000;

/** Says once that spans do not arrive, and once that they do again: not with every batch. */
function saying(exporter: SpanExporter, log: TracingLog): SpanExporter {
  let failing = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const fails = result.error !== undefined || result.code !== 0;
        if (fails && !failing)
          log.warn({ error: result.error?.name ?? 'unknown' }, 'Traces do not reach OTLP_TRACES_URL.');
        if (!fails && failing) log.warn({}, 'Traces reach OTLP_TRACES_URL again.');
        failing = fails;
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

/**
 * A provider of its own, never the global one: spans wait in a queue of bounded length and are sent in batches in the background;
 * when the queue is full the newest are dropped. Every setting is given here, so that only the standard header variables
 * (`OTEL_EXPORTER_OTLP_HEADERS`, for an endpoint that asks for a key) are taken from the environment.
 */
export function openProvider(url: string, log: TracingLog): BasicTracerProvider {
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: SEND_TIMEOUT_MS });
  const processor = new BatchSpanProcessor(saying(exporter, log), {
    maxQueueSize: 2048,
    maxExportBatchSize: 256,
    scheduledDelayMillis: 1000,
    exportTimeoutMillis: SEND_TIMEOUT_MS,
  });
  return new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'citewell', [SEMRESATTRS_PROJECT_NAME]: 'citewell' }),
    sampler: new AlwaysOnSampler(),
    spanLimits: { attributeCountLimit: 512 },
    spanProcessors: [processor],
  });
}
