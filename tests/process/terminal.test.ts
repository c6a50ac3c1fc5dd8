import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replySchema } from '#wire/reply.ts';
import { searchReplySchema } from '#wire/search.ts';
import { clinicFiles, writeClinic } from '../support/process-clinic.ts';
import { type Env, runCommand } from '../support/process-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'citewell-'));
const slow = 60_000;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.concurrent('the leaflets of a clinic without organisation or glossary', () => {
  const corpus = join(folder, 'messy');
  const env: Env = { CORPUS_DIR: corpus, DATA_DIR: join(folder, 'messy-data') };
  const bad: Readonly<Record<string, string | Uint8Array>> = {
    'broken.md': '---\ntitle: [never closed\n---\n\nKnees.\n',
    'empty.md': '',
    'picture.txt': Uint8Array.from({ length: 512 }, (_, i) => (i * 7) % 256),
    'twin.md': clinicFiles['before.md'] ?? '',
  };

  beforeAll(() => {
    writeClinic(corpus);
    for (const [name, content] of Object.entries(bad)) writeFileSync(join(corpus, name), content);
  });

  it.sequential('go in, and each file that can not is named with its reason', { timeout: slow }, async () => {
    const { code, stdout, stderr } = await runCommand('ingest', [], env);
    expect(stdout).toBe('3 added, 0 updated, 0 unchanged, 0 withdrawn, 4 failed\n');
    expect(code).toBe(3);
    const reasons = stderr.split('\n').filter((line) => /^\S+: /.test(line));
    expect(reasons).toEqual([
      expect.stringMatching(/^broken\.md: .*front matter/),
      'empty.md: is empty',
      expect.stringMatching(/^picture\.txt: \S+/),
      'twin.md: its id "before-knee-surgery" is that of before.md too',
    ]);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.sequential('stay as they are the second time, and one whose file is gone is withdrawn', {
    timeout: slow,
  }, async () => {
    for (const name of [...Object.keys(bad), 'after.txt']) rmSync(join(corpus, name));
    const { code, stdout } = await runCommand('ingest', [], env);
    expect(stdout).toBe('0 added, 0 updated, 2 unchanged, 1 withdrawn, 0 failed\n');
    expect(code).toBe(0);
    const found = await runCommand(
      'search',
      ['--json', '--k', '3', 'when are the stitches removed after surgery'],
      env,
    );
    expect(found.code).toBe(0);
    const { results } = searchReplySchema.parse(JSON.parse(found.stdout));
    expect(results).toHaveLength(3);
    expect(results.map(({ documentId }) => documentId)).not.toContain('after');
  });
});

describe.concurrent('ask', () => {
  const env: Env = { CORPUS_DIR: writeClinic(join(folder, 'clinic'), { named: true }), DATA_DIR: join(folder, 'data') };

  it.sequential('answers a person with marker, source and disclaimer', { timeout: slow }, async () => {
    const { code, stdout, stderr } = await runCommand('ask', ['How long does knee replacement surgery take?'], env);
    expect(code).toBe(0);
    expect(stdout).toContain('Knee replacement surgery takes 60–90 minutes. [1]\n');
    expect(stdout).toContain('Sources\n[1] Before your knee surgery');
    expect(stdout).toContain('reviewed 2026-03-01');
    expect(stdout).toContain('guides of Riverside Knee Clinic, not medical advice');
    expect(stdout).not.toContain('CancerFax');
    expect(stderr).toBe('reading…\nindexing…\nembedding…\n');
  });

  it.sequential('answers a program with one object alone; to abstain is no failure; logs go elsewhere', {
    timeout: slow,
  }, async () => {
    const question = 'What is the risk of infection after knee surgery?';
    const { code, stdout, stderr } = await runCommand('ask', ['--json', question], { ...env, LOG_LEVEL: 'info' });
    expect(code).toBe(0);
    expect(stdout.trimEnd()).not.toContain('\n');
    const reply = replySchema.parse(JSON.parse(stdout));
    expect(reply).toMatchObject({ outcome: 'abstained', reason: 'no_evidence', recorded: true });
    // Finding out which suggestions end answered would keep the one question waiting.
    expect(reply.suggestions).toEqual([]);
    expect(JSON.stringify(reply)).not.toContain('CancerFax');
    expect(stderr).toContain('"level":30');
    expect(stderr).not.toContain('infection');
  });
});
