import { AsyncLocalStorage } from 'node:async_hooks';
import { type Attributes, ROOT_CONTEXT, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { Fault } from '#domain/fault.ts';
import { describeFound, describeInput, describeQuery, describeResult, describeStep } from './describe-turn.ts';
import { openProvider } from './open-provider.ts';
import type { TracingLog } from './tracing-log.ts';
import type { TurnTracing } from './turn-tracing.ts';

export interface OtlpTracingDeps {
  /** Where traces are sent, path included, as `http://127.0.0.1:6006/v1/traces`. */
  readonly url: string;
  /** Whether what patients write and are told goes with them. */
  readonly withWords: boolean;
  readonly log: TracingLog;
}

const CLOSE_MS = 2000;

/** The code of a fault or the name of an error; a message may hold words. */
const nameOf = (error: unknown): string =>
  error instanceof Fault ? error.code : error instanceof Error ? error.name : 'unknown';

/**
 * Turns as OpenInference spans (CHAIN, with RETRIEVER, CHAIN and GUARDRAIL below it), sent over OTLP as protobuf. Only what
 * happens within a turn is traced: not the trial of suggestions, not a search.
 */
export function createOtlpTracing({ url, withWords, log }: OtlpTracingDeps): TurnTracing {
  const provider = openProvider(url, log);
  const tracer = provider.getTracer('citewell');
  const current = new AsyncLocalStorage<Span>();
  let hasFailed = false;

  /** Null when it fails, which is said once. */
  function quietly<Result>(work: () => Result): Result | null {
    try {
      return work();
    } catch (error) {
      if (!hasFailed) log.warn({ error: nameOf(error) }, 'A turn could not be traced.');
      hasFailed = true;
      return null;
    }
  }

  function begin(name: string, parent: Span | undefined, attributes: () => Attributes): Span | null {
    const context = parent === undefined ? ROOT_CONTEXT : trace.setSpan(ROOT_CONTEXT, parent);
    return quietly(() => tracer.startSpan(name, { attributes: attributes() }, context));
  }

  function end(span: Span, attributes: () => Attributes): void {
    quietly(() => span.setAttributes(attributes()).setStatus({ code: SpanStatusCode.OK }));
    quietly(() => span.end());
  }

  function fail(span: Span, error: unknown): void {
    quietly(() => span.setStatus({ code: SpanStatusCode.ERROR, message: nameOf(error) }));
    quietly(() => span.end());
  }

  async function within<Result>(
    span: Span | null,
    work: () => Promise<Result>,
    describe: (result: Result) => Attributes,
  ): Promise<Result> {
    if (span === null) return work();
    try {
      const result = await current.run(span, work);
      end(span, () => describe(result));
      return result;
    } catch (error) {
      fail(span, error);
      throw error;
    }
  }

  return {
    assistant: (assistant) => ({
      ...assistant,
      respond: (input, release, signal) =>
        within(
          begin('turn', undefined, () => describeInput(input, withWords)),
          () => assistant.respond(input, release, signal),
          (result) => describeResult(result, withWords),
        ),
    }),
    evidence: (evidence) => ({
      ...evidence,
      retrieve(query, k, signal) {
        const parent = current.getStore();
        const work = () => evidence.retrieve(query, k, signal);
        if (parent === undefined) return work();
        const span = begin('retrieve', parent, () => describeQuery(query, k, withWords));
        return within(span, work, (found) => describeFound(found, withWords));
      },
      observe(step, work) {
        const parent = current.getStore();
        if (parent === undefined) return work();
        return within(
          begin(step, parent, () => describeStep(step)),
          work,
          () => ({}),
        );
      },
    }),
    async close() {
      const waited = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS).unref());
      await Promise.race([
        provider
          .shutdown()
          .catch((error: unknown) =>
            quietly(() => log.warn({ error: nameOf(error) }, 'The last traces were not sent.')),
          ),
        waited,
      ]);
    },
  };
}
