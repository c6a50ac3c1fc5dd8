import { z } from 'zod';

export interface SettingFacts {
  /** Name of the environment variable. */
  readonly env: string;
  /** What a bad value is told; never contains the value. */
  readonly must: string;
  /** What it does, in one sentence. */
  readonly about: string;
  /** The default as a reader would write it; null when unset means something of its own, said in `about`. */
  readonly shownDefault: string | null;
}

/** Facts about every setting, kept beside its schema. */
export const settingFacts = z.registry<SettingFacts>();

/** One setting: a schema that reads the variable's text, and the facts from which messages and the page are made. */
export function setting<Schema extends z.ZodType>(schema: Schema, facts: SettingFacts): Schema {
  settingFacts.add(schema, facts);
  return schema;
}
