import { type Config, configSchema } from './config-schema.ts';
import { settingFacts } from './setting.ts';

/** The environment is not as it must be. The message lists every bad name and what it must be, never a value. */
export class BadSettings extends Error {
  readonly names: readonly string[];

  constructor(problems: ReadonlyArray<{ readonly env: string; readonly must: string }>) {
    super(`Bad settings: ${problems.map(({ env, must }) => `${env} must be ${must}`).join('; ')}.`);
    this.name = 'BadSettings';
    this.names = problems.map(({ env }) => env);
  }
}

/** Reads every setting once. A variable that is empty or blank counts as unset; unknown variables are ignored. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const entries = Object.entries(configSchema.shape).map(([key, schema]) => {
    const value = env[factsOf(schema).env]?.trim();
    return [key, value === '' ? undefined : value] as const;
  });
  const read = configSchema.safeParse(Object.fromEntries(entries));
  if (read.success) return Object.freeze(read.data);

  const bad = new Set(read.error.issues.map((issue) => issue.path[0]));
  throw new BadSettings(
    Object.entries(configSchema.shape)
      .filter(([key]) => bad.has(key))
      .map(([, schema]) => factsOf(schema)),
  );
}

function factsOf(schema: (typeof configSchema.shape)[keyof typeof configSchema.shape]) {
  const facts = settingFacts.get(schema);
  if (facts === undefined) throw new Error('A setting has no facts.');
  return facts;
}
