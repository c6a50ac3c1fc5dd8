import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readGlossary } from '#knowledge/organisation/read-glossary.ts';
import { readOrganisation } from '#knowledge/organisation/read-organisation.ts';
import { YamlFileProblem } from '#knowledge/organisation/read-yaml-file.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'organisation-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function file(text: string): Promise<string> {
  const path = join(folder, 'file.yaml');
  await writeFile(path, text);
  return path;
}

describe('glossary', () => {
  it('of the corpus is whole', async () => {
    const entries = await readGlossary('corpus/glossary.yaml');
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.find(({ term }) => term === 'CIK')).toMatchObject({ kind: 'treatment', caseSensitive: false });
  });

  it('may be missing, empty or brief', async () => {
    expect(await readGlossary(join(folder, 'none.yaml'))).toEqual([]);
    expect(await readGlossary(await file('# nothing yet\n'))).toEqual([]);
    expect(await readGlossary(await file('- term: " CIK "\n'))).toEqual([
      { term: 'CIK', aliases: [], related: [], meaning: null, kind: 'other', caseSensitive: false },
    ]);
  });

  it.each([
    ['- term: A\n- term: A\n', '1.term: "A" stands twice'],
    ['- aliases: [x]\n', '0.term:'],
    ['- term: A\n  alias: x\n', '"alias"'],
    ['a: [\n', 'line 2'],
  ])('names the file and the place: %j', async (text, place) => {
    const path = await file(text);
    const reading = readGlossary(path);
    await expect(reading).rejects.toThrow(YamlFileProblem);
    await expect(reading).rejects.toThrow(path);
    await expect(reading).rejects.toThrow(place);
  });
});

describe('organisation', () => {
  it('of the corpus is whole', async () => {
    const organisation = await readOrganisation('corpus/organisation.yaml');
    expect(organisation.name).toBe('CancerFax');
    expect(organisation.emergency.map(({ country }) => country)).toContain('*');
    expect(organisation.suggestions.length).toBeGreaterThanOrEqual(3);
  });

  it('that is missing has said nothing, and emergencies still have a number', async () => {
    const organisation = await readOrganisation(join(folder, 'none.yaml'));
    expect(organisation).toMatchObject({
      locales: ['en'],
      contact: { email: null },
      hours: { weekly: null },
      holidays: [],
    });
    expect(organisation.emergency[0].emergency[0].number).toBe('112');
  });

  it('that names some countries keeps the number for all others', async () => {
    const path = await file(
      'name: X\nemergency:\n  - {country: US, name: USA, emergency: [{label: E, number: "911"}]}\n',
    );
    expect((await readOrganisation(path)).emergency.map(({ country }) => country)).toEqual(['*', 'US']);
  });

  it.each([
    ['name: X\nwebsite: javascript:alert(1)\n', 'website: is not an http'],
    ['name: X\ncontact: {email: nobody}\n', 'contact.email'],
    ['name: X\ncontact: {phone: 12345678}\n', 'contact.phone: is not text'],
    ['name: X\nhours: {weekly: {mon: ["09:00-18:00"]}}\n', 'hours.timeZone: is needed'],
    ['name: X\nhours: {timeZone: Asia/Kolkata, weekly: {mon: ["18:00-09:00"]}}\n', 'hours.weekly.mon.0: does not end'],
    ['name: X\nhours: {timeZone: Mars/Base}\n', 'hours.timeZone: is not an IANA time zone'],
    ['name: X\nholidays: [2026-13-01]\n', 'holidays.0'],
    ['name: X\nhollidays: []\n', '"hollidays"'],
    [
      'name: X\nemergency: [{country: "*", name: All, emergency: [{label: E, number: 112}]}]\n',
      'put the number in quotes',
    ],
    ['name: X\nemergency: [{country: "*", name: All, emergency: []}]\n', 'emergency.0.emergency'],
    ['description: X\n', 'name:'],
  ])('names the file and every bad place: %j', async (text, place) => {
    const path = await file(text);
    const reading = readOrganisation(path);
    await expect(reading).rejects.toThrow(YamlFileProblem);
    await expect(reading).rejects.toThrow(path);
    await expect(reading).rejects.toThrow(place);
  });
});
