import { readFile } from 'node:fs/promises';
import { CORE_SCHEMA, loadAll, YAMLException } from 'js-yaml';
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
  const content = parseYaml(file, source);
  if (content === null || content === undefined) return null;
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${formatPath(issue.path)}: ${issue.message}`);
  throw new YamlFileProblem(file, problems, { cause: parsed.error });
}

/** Four times as fast as the parser of front matter, which keeps where each key stands: a start reads 300 KB of it. */
function parseYaml(file: string, source: string): unknown {
  try {
    const [content, ...more] = loadAll(source, { schema: CORE_SCHEMA });
    if (more.length === 0) return content;
  } catch (cause) {
    throw new YamlFileProblem(file, [describe(cause)], { cause });
  }
  throw new YamlFileProblem(file, ['it holds several documents']);
}

function describe(cause: unknown): string {
  if (!(cause instanceof YAMLException)) return 'it is not YAML';
  return cause.mark ? `${cause.reason} at line ${cause.mark.line + 1}` : cause.reason;
}

function formatPath(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the whole file' : path.map(String).join('.');
}
