import { parseDocument } from 'yaml';
import { DocumentProblem } from './document-problem.ts';
import { type FrontMatter, frontMatterSchema } from './front-matter-schema.ts';

/** What the YAML block says; the problem names the key. `found` holds what the format itself says, and yields to it. */
export function readFrontMatter(
  yaml: string | null,
  found: Readonly<Record<string, string>>,
  file: string,
): FrontMatter {
  const parsed = frontMatterSchema.safeParse({ ...found, ...readKeys(yaml ?? '', file) });
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')} ${issue.message}`);
  throw new DocumentProblem(file, `front matter: ${reasons.join('; ')}`);
}

function readKeys(yaml: string, file: string): Record<string, unknown> {
  // The line of the opening mark is put back, so that a problem names the line of the file.
  const document = parseDocument(`\n${yaml}`, { schema: 'failsafe' });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const [reason] = broken.message.split('\n', 1);
    throw new DocumentProblem(file, `front matter: ${reason?.replace(/:$/, '')}`, { cause: broken });
  }
  const keys: unknown = document.toJS();
  return typeof keys === 'object' && keys !== null ? { ...keys } : {};
}
