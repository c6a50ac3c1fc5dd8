import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTooMuchFinder, type FindTooMuch } from '#assistant/screen/told/create-too-much-finder.ts';
import { readCues } from '#assistant/screen/told/read-cues.ts';
import { joinSpans, trimSpans } from '#domain/trim-spans.ts';
import { told, untold } from '../../support/too-much-samples.ts';

const cases = readFileSync('tests/unit/assistant/too-much-cases.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [kinds = '', message = ''] = line.split('\t');
    return { kinds: kinds === '-' ? [] : kinds.split(' '), message: message.replaceAll('\\n', '\n') };
  });

let find: FindTooMuch;
beforeAll(async () => {
  find = createTooMuchFinder(await readCues('prompts/privacy'));
});

const kindsIn = (message: string) => [...new Set(find(message).map(({ kind }) => kind))].sort();
const trim = (message: string) =>
  trimSpans(
    message,
    find(message).map(({ span }) => span),
  );

describe('what was told and no answer needs', () => {
  it.each(told)('is found: %s in %j', (kinds, message) => {
    expect(kindsIn(message)).toEqual(kinds.split(' ').sort());
  });

  it.each(cases)('is $kinds in $message', ({ kinds, message }) => {
    expect(kindsIn(message)).toEqual(kinds);
  });

  it.each(untold)('is not what %j tells', (message) => {
    expect(find(message)).toEqual([]);
  });
});

describe('the time it takes', () => {
  const cpuMs = (message: string): number => {
    const before = process.cpuUsage();
    find(message);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const filled = (unit: string, chars: number) => unit.repeat(Math.ceil(chars / unit.length)).slice(0, chars);

  it('is a millisecond for a usual message', () => {
    const message =
      'My father Ravi has stage 3 lung cancer and finished chemo in May. MRN 48291377. Can he get CIK, and what does it cost?';
    for (let i = 0; i < 200; i += 1) find(message);
    const times = Array.from({ length: 41 }, () => cpuMs(message)).sort((a, b) => a - b);
    expect(times[20]).toBeLessThan(1);
  });

  it.each([
    'a.',
    '1 ',
    '0-',
    '९ ',
    'at ',
    'Name A ',
    'hb 9 ',
    '12 a street, ',
    'dob 3 may 1961 ',
    '((',
    ' ',
    '\n',
    'x@',
    'MRN ',
  ])('stays linear for %j repeated', (unit) => {
    cpuMs(filled(unit, 5000));
    const small = Math.max(10, cpuMs(filled(unit, 5000)));
    // Four times the text; quadratic work would be sixteen times as much.
    expect(cpuMs(filled(unit, 20_000))).toBeLessThan(small * 10);
  });
});

describe('the trimmed message', () => {
  it.each([
    ['My MRN is 48291377. Can CIK help?', 'My MRN is [removed]. Can CIK help?'],
    ['my UHID: AIIMS/2023/004512 and stage 3', 'my UHID: [removed] and stage 3'],
    ['Write to anna.smith@example.org or +44 7700 900123.', 'Write to [removed] or [removed].'],
    ['Aadhaar ２３４５ ６７８９ 0123?', 'Aadhaar [removed]?'],
    [
      'Ravi Kumar, DOB 12/03/1961, has lung cancer. Can Ravi Kumar get CIK?',
      '[removed], DOB [removed], has lung cancer. Can [removed] get CIK?',
    ],
    ['MRN\u200b 482\u200b91377😀 ok', 'MRN\u200b [removed]😀 ok'],
    ['फ़ोन ९८७६५ ४३२१० पर', 'फ़ोन [removed] पर'],
    [
      'Please read this.\n\nFINDINGS:\nThere is a 3.2 cm spiculated mass in the right upper lobe. No pleural effusion is seen.\nIMPRESSION: Suggestive of primary lung malignancy.\n\nCan CIK help him?',
      'Please read this.\n\n[removed]\n\nCan CIK help him?',
    ],
    [
      'CT report: FINDINGS: Multiple hypodense lesions are seen in the liver, largest measuring 4.1 cm. IMPRESSION: Likely metastases. Is CIK possible?',
      'CT report: [removed] Is CIK possible?',
    ],
  ])('of %j is %j', (message, trimmed) => {
    expect(trim(message)).toBe(trimmed);
  });

  it('has no place twice, and places are those of the message as sent', () => {
    for (const [, message] of told) {
      for (const { span } of find(message)) {
        const [start, end] = span;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(message.length);
        expect(message.slice(start, end)).not.toMatch(/\p{Cs}/u);
      }
      expect(trim(message)).toContain('[removed]');
      expect(find(trim(message)), message).toEqual([]);
    }
  });

  it('is the message itself where nothing was told', () => {
    expect(trimSpans('abc', [])).toBe('abc');
    expect(
      joinSpans([
        [5, 9],
        [0, 2],
        [1, 3],
        [3, 4],
      ]),
    ).toEqual([
      [0, 4],
      [5, 9],
    ]);
  });
});
