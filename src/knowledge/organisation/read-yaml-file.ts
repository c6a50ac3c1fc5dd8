import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { z } from 'zod';

/** A file of the corpus folder that cannot be used; the message names the file and every bad path in it. */
export class YamlFileProblem extends Error {
  readonly file: string;
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[], options?: ErrorOptions) {
    super(`${file}: ${problems.join('; ')}`, options);
    this.name = 'YamlFileProblem';
    this.file = file;
    this.problems = problems;
  }
}

/** What the file holds, by `schema`; null when there is no such file or it is empty. Throws `YamlFileProblem`. */
export async function readYamlFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  let source: string;
  try {
    source = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new YamlFileProblem(file, ['it cannot be read'], { cause: error });
  }
  const document = parseDocument(source);
  const [broken] = document.errors;
  if (broken !== undefined) throw new YamlFileProblem(file, [firstLine(broken.message)], { cause: broken });
  if (document.contents === null) return null;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${formatPath(issue.path)}: ${issue.message}`);
  throw new YamlFileProblem(file, problems, { cause: parsed.error });
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/:$/, '') ?? message;
}

function formatPath(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the whole file' : path.map(String).join('.');
}
