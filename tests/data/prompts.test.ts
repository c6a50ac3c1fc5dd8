import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type NoticeFile, noticeFileSchema } from '#assistant/notices/notice-file.ts';
import { readingGrade } from '#assistant/reading-grade.ts';
import { readRules } from '#assistant/screen/read-rules.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`);
const files = ['screen', 'notices', 'documents', 'privacy'].flatMap((folder) => filesIn(`prompts/${folder}`));
const read = (path: string): Record<string, unknown> => parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

describe('prompt files', () => {
  test('there are some', () => expect(files.length).toBeGreaterThan(30));

  test.each(files)('%s says who answers for it and who has signed it', (path) => {
    const file = read(path);
    expect(file).toEqual(
      expect.objectContaining({ id: expect.any(String), source: expect.any(String), owner: expect.any(String) }),
    );
    expect(file['version']).toBeGreaterThan(0);
    expect(file['date']).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(Object.keys(file)).toContain('reviewedBy');
  });

  test('no two files have one id', () => {
    const ids = files.map((path) => read(path)['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the rules compile, and are many', async () => {
    const rules = await readRules('prompts/screen');
    expect(rules.rules.length).toBeGreaterThan(100);
  });
});

describe('fixed texts', () => {
  const english: NoticeFile = noticeFileSchema.parse(read('prompts/notices/en.yaml'));
  const texts = Object.entries(english.notices).map(([id, { title, text }]) => [id, `${title}. ${text}`] as const);
  const cards = texts.filter(([id]) => ['emergency', 'urgent', 'crisis', 'emergency_line'].includes(id));

  test.each(cards)('the %s card reads at grade 5 or below', (_, text) => {
    expect(readingGrade(text.replaceAll('{organisation}', 'the team'))).toBeLessThanOrEqual(5);
  });

  test.each(cards)('the %s card says whom to call and never to wait for us', (_, text) => {
    expect(text).toContain('local emergency number');
    expect(text).toContain('112');
    expect(text).not.toMatch(/\bwait for\b|we will|in touch|get back|reply soon/iu);
  });

  test.each(texts)('%s promises nothing that nobody keeps', (_, text) => {
    expect(text).not.toMatch(
      /\bwill (call|contact|reply|write|be in touch|get back|answer)\b|has been (told|informed|notified)/iu,
    );
    expect(text).not.toMatch(/within \d|in \d+ (hours|minutes)|working day/iu);
  });

  test.each(texts)('%s claims neither feelings nor a profession', (_, text) => {
    expect(text).not.toMatch(
      /\bI (feel|care|understand|am sorry|know how)\b|\b(our|my) (doctors|nurses|clinicians)\b|\bDr\b/iu,
    );
  });

  test('no reply reads above grade 8', () => {
    for (const [id, text] of texts) {
      const grade = readingGrade(text.replaceAll('{organisation}', 'the team'));
      expect(grade, id).toBeLessThanOrEqual(8);
    }
  });

  test('what was told too much is said in plain words', () => {
    const [, text = ''] = texts.find(([id]) => id === 'too_much_told') ?? [];
    expect(text).not.toBe('');
    expect(readingGrade(text)).toBeLessThanOrEqual(5);
  });

  test('every other language has its cards and says that nobody has signed them', () => {
    for (const path of filesIn('prompts/notices').filter((name) => !name.endsWith('/en.yaml'))) {
      const file = noticeFileSchema.parse(read(path));
      expect(file.reviewedBy, path).toBeNull();
      expect(Object.keys(file.notices), path).toEqual([
        'emergency',
        'urgent',
        'crisis',
        'abstained_unsupported_language',
      ]);
      expect(file.unreviewed, path).toMatch(/\p{L}/u);
      expect(file.labels, path).toBeDefined();
      for (const id of ['emergency', 'urgent', 'crisis'] as const)
        expect(file.notices[id]?.text, path).toContain('112');
    }
  });
});
