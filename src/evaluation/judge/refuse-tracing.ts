/**
 * Variables by which the libraries a judge loads send what they are asked to a third party, or print it, or take their
 * endpoint from elsewhere than where it was configured.
 */
const TRACING = /^(?:BRAINTRUST|LANGSMITH|LANGCHAIN|LANGFUSE|HELICONE|TRACELOOP|PHOENIX|ARIZE|OTEL)_|^OPENAI_LOG$/iu;

/** Throws naming the variables that are set, never a value. */
export function refuseTracing(env: Readonly<Record<string, string | undefined>>): void {
  const names = Object.keys(env).filter((name) => TRACING.test(name) && (env[name] ?? '') !== '');
  if (names.length > 0)
    throw new Error(
      `A judge is not used while ${names.sort().join(', ')} is set: what it reads could be sent elsewhere.`,
    );
}
