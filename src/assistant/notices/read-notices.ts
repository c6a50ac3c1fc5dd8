import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type CompleteNoticeFile, NOTICE_IDS, type NoticeFile, noticeFileSchema } from './notice-file.ts';

/** The texts per language; `fallback` has every one of them. */
export interface NoticeFiles {
  readonly byLanguage: ReadonlyMap<string, NoticeFile>;
  readonly fallback: CompleteNoticeFile;
}

const FALLBACK = 'en';

function assertComplete(file: NoticeFile): CompleteNoticeFile {
  const missing: string[] = NOTICE_IDS.filter((id) => !file.notices[id]).map((id) => `notices.${id}`);
  if (!file.labels) missing.push('labels');
  if (!file.fixed) missing.push('fixed');
  if (missing.length > 0) throw new Error(`${FALLBACK}.yaml: missing ${missing.join(', ')}`);
  return file as CompleteNoticeFile;
}

function parseYaml(name: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new Error(`${name} is not YAML`, { cause });
  }
}

async function readOne(folder: string, name: string): Promise<NoticeFile> {
  const text = await readFile(join(folder, name), 'utf8');
  const result = noticeFileSchema.safeParse(parseYaml(name, text));
  if (!result.success) throw new Error(`${name} is not a valid file of notices:\n${z.prettifyError(result.error)}`);
  const { locale, reviewedBy, unreviewed } = result.data;
  if (`${locale}.yaml` !== name) throw new Error(`${name}: locale is ${locale}`);
  if (locale !== FALLBACK && reviewedBy === null && unreviewed === undefined) {
    throw new Error(`${name}: unreviewed is missing, but a translation that nobody signed has to say so`);
  }
  return result.data;
}

/** Reads `prompts/notices`. Throws naming the file and the key that is wrong, and when English is not complete. */
export async function readNotices(folder: string): Promise<NoticeFiles> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(names.map((name) => readOne(folder, name)));
  const fallback = files.find(({ locale }) => locale === FALLBACK);
  if (!fallback) throw new Error(`${FALLBACK}.yaml is missing in ${folder}`);
  return { byLanguage: new Map(files.map((file) => [file.locale, file])), fallback: assertComplete(fallback) };
}
