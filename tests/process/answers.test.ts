import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { replySchema } from '#wire/reply.ts';
import { writeClinic } from '../support/process-clinic.ts';
import { runCommand } from '../support/process-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'citewell-'));
const corpus = writeClinic(join(folder, 'clinic'), { named: true });
const env = { CORPUS_DIR: corpus, DATA_DIR: join(folder, 'data') };
const slow = 60_000;
const question = 'When do people stop eating before knee surgery?';

const plainWords = `---
id: no-food
questions:
  - ${question}
version: 1
reviewedBy: null
reviewedOn: null
source: Written for a test
owner: Clinic
date: 2026-11-25
language: en
cites:
  1:
    document: before-knee-surgery
    quote: You must stop eating 6 hours before the anaesthetic.
---

The last meal is 6 hours before you are put to sleep. [1]
`;

mkdirSync(join(corpus, 'answers'));
writeFileSync(join(corpus, 'answers', 'no-food.md'), plainWords);
writeFileSync(
  join(corpus, 'answers', 'wrong.md'),
  plainWords.replace('no-food', 'wrong').replace('is 6 hours', 'is 9 hours'),
);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the reviewed answers of a clinic', () => {
  it('are counted by ingest; a wrong one fails, one without a version is told which', { timeout: slow }, async () => {
    const { code, stdout, stderr } = await runCommand('ingest', [], env);
    expect(stdout).toBe(
      '3 added, 0 updated, 0 unchanged, 0 withdrawn, 1 failed\nreviewed answers: 1, 1 not signed by anybody, 0 withheld because a quote no longer stands\n',
    );
    expect(stderr).toMatch(/^answers\/wrong\.md: .*"9 hours" does not stand so in its quotes$/m);
    expect(stderr).toMatch(/^answers\/no-food\.md: document "before-knee-surgery" is cited without the version/m);
    expect(code).toBe(3);
    rmSync(join(corpus, 'answers', 'wrong.md'));
  });

  it('are served word for word in the terminal, marked as unsigned, with their reading grade', {
    timeout: slow,
  }, async () => {
    const { stdout } = await runCommand('ask', [question], env);
    expect(stdout).toContain('The last meal is 6 hours before you are put to sleep. [1]\n');
    expect(stdout).toMatch(/^Plain-language answer, not yet signed by a reviewer\. Reading grade \d+\.\d\.$/m);
    expect(stdout).toContain('“You must stop eating 6 hours before the anaesthetic.”');
    const json = replySchema.parse(JSON.parse((await runCommand('ask', ['--json', question], env)).stdout));
    expect(json).toMatchObject({
      outcome: 'answered',
      answer: { reviewed: { id: 'no-food', version: '1', reviewedBy: null, reviewedOn: null } },
      citations: [{ documentId: 'before-knee-surgery', section: 'When must I stop eating?' }],
    });
    expect(json.answer?.readingGrade).toBeTypeOf('number');
  });

  it('stop when what they quote has gone, and the document speaks for itself', { timeout: slow }, async () => {
    const file = join(corpus, 'before.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('stop eating 6 hours', 'stop eating 8 hours'));
    const { code, stdout, stderr } = await runCommand('ingest', [join(corpus, 'before.md')], env);
    expect(stdout).toMatch(/^0 added, 1 updated, .*\nreviewed answers: 1, 1 not signed by anybody, 1 withheld/);
    expect(stderr).toMatch(/^answers\/no-food\.md: document "before-knee-surgery": the quote .* \(not served\)$/m);
    expect(code).toBe(0);
    const { stdout: said } = await runCommand('ask', [question], env);
    expect(said).toContain('8 hours');
    expect(said).not.toContain('put to sleep');
    expect(said).not.toContain('Plain-language');
  });
});
