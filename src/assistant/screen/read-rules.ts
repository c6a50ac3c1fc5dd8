import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { compileRules, type ScreenRules } from './compile-rules.ts';
import { normaliseText } from './normalise-text.ts';
import { languagesFileSchema, ruleFileSchema, spellingFileSchema, thresholdsFileSchema } from './rule-file.ts';

const SPECIAL = ['spelling.yaml', 'languages.yaml', 'thresholds.yaml'] as const;

async function yamlFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
}

function parseYaml(file: string, text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (cause) {
    throw new Error(`${file} is not YAML`, { cause });
  }
}

function check<T extends z.ZodType>(schema: T, file: string, text: string): z.output<T> {
  const result = schema.safeParse(parseYaml(file, text));
  if (result.success) return result.data;
  throw new Error(`${file} is not a valid file of rules:\n${z.prettifyError(result.error)}`);
}

/** Function words as messages are compared, each foreign one only if it is no English word. */
function distinctWords(lists: Readonly<Record<string, readonly string[]>>): Map<string, Set<string>> {
  const sets = new Map(
    Object.entries(lists).map(([code, list]) => [code, new Set(list.map((word) => normaliseText(word).text))]),
  );
  const english = sets.get('en') ?? new Set();
  for (const [code, set] of sets) if (code !== 'en') for (const word of english) set.delete(word);
  return sets;
}

/** Reads every rule file in `folder` (`prompts/screen`). Throws naming the file and the key that is wrong. */
export async function readRules(folder: string): Promise<ScreenRules> {
  const names = await yamlFilesIn(folder);
  const texts = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
  const text = (name: (typeof SPECIAL)[number]): string => {
    const found = texts.get(name);
    if (found === undefined) throw new Error(`${name} is missing in ${folder}`);
    return found;
  };
  const spelling = check(spellingFileSchema, 'spelling.yaml', text('spelling.yaml'));
  const languages = check(languagesFileSchema, 'languages.yaml', text('languages.yaml'));
  const thresholds = check(thresholdsFileSchema, 'thresholds.yaml', text('thresholds.yaml'));
  const files = new Map(
    [...texts]
      .filter(([name]) => !(SPECIAL as readonly string[]).includes(name))
      .map(([name, content]) => [name, check(ruleFileSchema, name, content)] as const),
  );
  return {
    ...compileRules(files, spelling),
    thresholds,
    languages: {
      functionWords: distinctWords(languages.functionWords),
      scripts: new Map(Object.entries(languages.scripts)),
    },
  };
}
