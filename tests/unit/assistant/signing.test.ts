import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSignatures } from '#assistant/signing/list-signatures.ts';
import { readReviewers } from '#assistant/signing/reviewers.ts';
import { digestOf, readSignature, signText } from '#assistant/signing/sign-text.ts';

const yaml = 'id: cards\nversion: 1\nreviewedBy: null\ntext: |\n  reviewedBy: nobody\n  Call 112.\n';
const json = '{\n  "id": "weights",\n  "reviewedBy": null,\n  "bias": 0\n}\n';
const jane = { id: 'jane', name: 'Jane', role: 'oncologist' };

describe('signText', () => {
  it.each([
    ['YAML', yaml],
    ['JSON', json],
  ])('puts a signature into %s without touching the rest', (_, text) => {
    const signed = signText(text, 'jane', '2026-11-25');
    expect(readSignature(signed)).toEqual({
      reviewedBy: 'jane',
      reviewedOn: '2026-11-25',
      reviewedText: digestOf(text),
    });
    expect(digestOf(signed)).toBe(digestOf(text));
    expect(signed).toContain(text === json ? '"bias": 0' : '  reviewedBy: nobody\n  Call 112.');
  });

  it('keeps JSON valid', () => {
    expect(JSON.parse(signText(json, 'jane', '2026-11-25'))).toMatchObject({ reviewedBy: 'jane', bias: 0 });
  });

  it('signs again, once', () => {
    const again = signText(signText(yaml, 'jane', '2026-11-25'), 'joe', '2026-12-01');
    expect(again).toBe(signText(yaml, 'joe', '2026-12-01'));
  });

  it('refuses a file that has nobody to sign', () => {
    expect(() => signText('id: cards\n', 'jane', '2026-11-25')).toThrow('no reviewedBy');
  });
});

describe('listSignatures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signing-'));
  const path = join(folder, 'cards.yaml');
  const stateOf = async (text: string) => {
    writeFileSync(path, text);
    return (await listSignatures(folder, [jane]))[0]?.state;
  };

  it('tells signed, unsigned, edited since and unknown apart', async () => {
    const signed = signText(yaml, 'jane', '2026-11-25');
    expect(await stateOf(yaml)).toBe('unsigned');
    expect(await stateOf(signed)).toBe('signed');
    expect(await stateOf(signed.replaceAll('\n', '\r\n'))).toBe('signed');
    expect(await stateOf(signed.replace('112', '113'))).toBe('changed');
    expect(await stateOf(signText(yaml, 'mallory', '2026-11-25'))).toBe('unknown');
    expect(await stateOf(yaml.replace('reviewedBy: null', 'reviewedBy: jane'))).toBe('changed');
  });
});

describe('the people who may sign', () => {
  it('are read, and no id stands twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reviewers-'));
    const path = join(folder, 'REVIEWERS.yaml');
    writeFileSync(path, 'reviewers:\n  - { id: jane, name: Jane, role: oncologist }\n');
    expect(await readReviewers(path)).toEqual([jane]);
    writeFileSync(path, `${readFileSync(path, 'utf8')}  - { id: jane, name: J, role: nurse }\n`);
    await expect(readReviewers(path)).rejects.toThrow('jane stands there twice');
    writeFileSync(path, 'reviewers:\n  - { id: Jane Doe, name: J }\n');
    await expect(readReviewers(path)).rejects.toThrow('REVIEWERS.yaml');
  });

  it('have signed whatever in prompts/ bears a name', async () => {
    const signatures = await listSignatures('prompts', await readReviewers('REVIEWERS.yaml'));
    expect(signatures.length).toBeGreaterThan(40);
    expect(signatures.filter(({ state }) => state === 'unknown')).toEqual([]);
    const signed = signatures.filter(({ state }) => state === 'signed').length;
    expect(readFileSync('README.md', 'utf8')).toContain(`${signed} of ${signatures.length} files in`);
  });
});
