import { pino } from 'pino';
import { type Citewell, compose } from '#compose.ts';
import { forbidTracing } from '#config/forbid-tracing.ts';
import { readConfig } from '#config/read-config.ts';

/** The whole product for one command: nothing listens, logs of `warn` and above go to stderr. */
export async function openCitewell(): Promise<Citewell> {
  const config = readConfig(process.env);
  forbidTracing(process.env, config.allowTracing);
  const level = process.env['LOG_LEVEL'] === undefined ? 'warn' : config.logLevel;
  return compose(
    { ...config, rateLimitPerMinute: 0 },
    { log: pino({ level }, pino.destination({ dest: 2, sync: true })) },
  );
}
