import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { repairEncoding } from '#knowledge/encoding/repair-encoding.ts';

/** What each original shows above its text, line by line, and the teaser that followed "More from the … Library". */
const GUIDES = [
  {
    id: 'cik-vs-car-t',
    original: '000_83923d731dd22a3a.txt',
    title: 'CIK vs CAR-T: Understanding the Differences',
    kind: null,
    isReviewed: false,
    header: ['CIK VS CAR-T:', 'UNDERSTANDING THE DIFFERENCES'],
    teaser: 'Explore more CIK guides — from the manufacturing process to disease-specific clinical evidence.',
  },
  {
    id: 'what-is-cik',
    original: '001_f618daf806000131.txt',
    title: 'What Is CIK Therapy?',
    kind: 'Educational · Patient Guide',
    isReviewed: true,
    header: ['CancerFax', 'EDUCATIONAL · PATIENT GUIDE', 'WHAT IS', 'CIK THERAPY?'],
    teaser:
      'Continue exploring — from the manufacturing process to disease-specific evidence and how CIK compares with CAR-T.',
  },
  {
    id: 'cik-evidence',
    original: '002_1d513e6e8d864a49.txt',
    title: 'The Evidence Base for CIK Therapy: What the Research Shows',
    kind: 'Clinical Evidence · Research Review',
    isReviewed: true,
    header: [
      'CancerFax',
      'CLINICAL EVIDENCE · RESEARCH REVIEW',
      'THE EVIDENCE BASE FOR CIK THERAPY:',
      'WHAT THE RESEARCH SHOWS',
    ],
    teaser: null,
  },
  {
    id: 'cik-and-chemotherapy',
    original: '003_25ceb9abbabeb034.txt',
    title: 'CIK Combined With Chemotherapy: What the Evidence Shows',
    kind: null,
    isReviewed: false,
    header: ['CIK COMBINED WITH CHEMOTHERAPY:', 'WHAT THE EVIDENCE SHOWS'],
    teaser: 'Explore disease-specific CIK guides, manufacturing information, and advanced combination approaches.',
  },
  {
    id: 'cik-lung-cancer',
    original: '004_93952585af31d49d.txt',
    title: 'CIK Therapy for Lung Cancer',
    kind: 'Disease-Specific Guide · Lung Cancer',
    isReviewed: true,
    header: ['CancerFax', 'DISEASE-SPECIFIC GUIDE · LUNG CANCER', 'CIK THERAPY FOR', 'LUNG CANCER'],
    teaser:
      'Continue exploring CIK therapy — from the foundational patient guide to comparisons with CAR-T and liver cancer-specific evidence.',
  },
] as const;

const ICON_LINES = ['description', 'verified_user', 'hub', 'flight', 'explore', 'support_agent'];
const LIBRARY_LINE = 'More from the CIK Cell Therapy Resource Library';
const REVIEWER = 'CancerFax Medical Team, Oncology & Haematology Specialists';
const REVIEW_LINE = `Reviewed by: ${REVIEWER}Last reviewed: June 2, 2026`;

const readOriginal = (name: string): string => repairEncoding(readFileSync(`tests/data/seeds/${name}`, 'utf8')).text;

const readGuide = (id: string): { meta: Record<string, unknown>; body: string } => {
  const [, yaml = '', ...rest] = readFileSync(`corpus/${id}.md`, 'utf8').split(/^---\n/mu);
  return { meta: parse(yaml), body: rest.join('---\n') };
};

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** The original without its page chrome: every other character is still there, in its order. */
const originalCharacters = (guide: (typeof GUIDES)[number]): string => {
  const lines = readOriginal(guide.original)
    .split('\n')
    .map((line) => line.trim());
  const from = lines.indexOf(guide.header[guide.header.length - 1] ?? '') + 1;
  const chrome = new Set<string | null>([LIBRARY_LINE, REVIEW_LINE, guide.teaser, ...ICON_LINES]);
  const kept = lines
    .slice(from)
    .filter((line) => !chrome.has(line) && !/^\|[-|]+$/u.test(line))
    .map((line) =>
      line
        .replace(/^[•-]\s+/u, '')
        .replace(/^check_circle/u, '')
        .replace(/^analytics(?=At a Glance$)/u, '')
        .replace(/✅ |⚠\u00A0? ?|❌ /u, ''),
    );
  return withoutSpace(kept.join('\n')).replaceAll('|', '');
};

/** A guide's body without its Markdown and without the punctuation that Markdown structure made necessary. */
const guideCharacters = (body: string): string => {
  const lines = body.split('\n').map((line) =>
    line
      .replace(/^# .*$/u, '')
      .replace(/^#{2,3} |^> |^\|[-|]+$/u, '')
      // A key number: value, label, and the sentence on it, if there is one.
      .replace(/^- \*\*([^*]+)\*\* — (.+?)\. /u, '$1$2')
      .replace(/^- \*\*([^*]+):\*\* /u, '$1')
      .replace(/^- /u, ''),
  );
  return withoutSpace(lines.join('\n')).replaceAll('|', '');
};

/** Where two texts part, with a little of what stands before it; null if they are the same. */
const firstDifference = (expected: string, actual: string): { expected: string; actual: string } | null => {
  if (expected === actual) return null;
  let at = 0;
  while (at < expected.length && expected[at] === actual[at]) at += 1;
  const near = (text: string): string => text.slice(Math.max(0, at - 40), at + 40);
  return { expected: near(expected), actual: near(actual) };
};

const FIGURE = /(?:≥|[~+]|\bn[=<])?\d[\d,.]*(?:–\d[\d,.]*)?[%+]?/gu;

describe.each(GUIDES)('$id', (guide) => {
  const { meta, body } = readGuide(guide.id);
  const expected = originalCharacters(guide);

  it('holds every character of the original in its order, and no other', () => {
    expect(expected.length).toBeGreaterThan(8000);
    expect(firstDifference(expected, guideCharacters(body))).toBeNull();
  });

  it('would fail that comparison for any single changed figure', () => {
    const figures = [...body.matchAll(FIGURE)];
    expect(figures.length).toBeGreaterThan(5);
    for (const { index, 0: figure } of figures) {
      const changed = figure.replace(/\d/u, (digit) => String((Number(digit) + 1) % 10));
      const planted = body.slice(0, index) + changed + body.slice(index + figure.length);
      expect(firstDifference(expected, guideCharacters(planted))).not.toBeNull();
    }
  });

  it('would fail it for a lost range, word, line or sign, and for an added word', () => {
    const faults: readonly ((text: string) => string)[] = [
      (text) => text.replace('14–21', '1421').replace('10–15', '1015'),
      (text) => text.replace(' not ', ' '),
      (text) => text.replace(/^- .+\n/mu, ''),
      (text) => text.replace(/[%+]/u, ''),
      (text) => text.replace(' — ', ' '),
      (text) => text.replace(' is ', ' is proven '),
    ];
    for (const plant of faults) {
      expect(plant(body)).not.toBe(body);
      expect(firstDifference(expected, guideCharacters(plant(body)))).not.toBeNull();
    }
  });

  it('has the front matter that the original states, and null where it states nothing', () => {
    expect(meta).toEqual({
      id: guide.id,
      title: guide.title,
      kind: guide.kind,
      topic: 'CIK Cell Therapy',
      url: null,
      source: 'CancerFax, CIK Cell Therapy Resource Library',
      reviewedBy: guide.isReviewed ? REVIEWER : null,
      reviewedOn: guide.isReviewed ? '2026-06-02' : null,
      reviewBy: null,
      language: 'en',
      status: 'published',
    });
    const header = guide.header.filter((line) => line !== 'CancerFax').join(' ');
    expect(
      [guide.kind, guide.title]
        .filter((part) => part !== null)
        .join(' ')
        .toUpperCase(),
    ).toBe(header);
    expect(readOriginal(guide.original).includes(REVIEW_LINE)).toBe(guide.isReviewed);
    expect(body).toMatch(new RegExp(`^\\n# ${guide.title.replace('?', '\\?')}\\n\\n\\S`, 'u'));
  });

  it('holds no trace of damage, icons or page chrome', () => {
    expect(body).not.toMatch(/[\u0E00-\u0E7F\uFFFD\p{Co}\p{Cn}\p{Cs}✅⚠❌]|â€|(?!\n)\p{Cc}/u);
    expect(body).not.toMatch(/check_circle|analytics|verified_user|support_agent|Resource Library|Last reviewed/u);
    for (const icon of ICON_LINES) expect(body.split('\n')).not.toContain(icon);
    expect(repairEncoding(body)).toMatchObject({ text: body, reread: 0, restored: 0, unresolved: 0 });
    expect(body.normalize('NFC')).toBe(body);
    const glued = /(?:\p{Ll}\p{Lu}|[\d%]\p{Lu}\p{Ll}|\)\p{L}|[+%]\p{L}|\p{Ll}[\d~])/u;
    const words = body.split(/[\s.,;]+/u).filter((word) => glued.test(word));
    expect(words.filter((word) => !['CancerFax', 'QoL', 'chemoRT', '**CD3+CD56+**'].includes(word))).toEqual([]);
  });

  it('has whole tables, one line per paragraph and a heading for every question', () => {
    const blocks = body.trim().split(/\n{2,}/u);
    for (const block of blocks) {
      const lines = block.split('\n');
      if (block.startsWith('|')) {
        const cells = lines.map((line) => line.split('|').length);
        expect(new Set(cells).size).toBe(1);
        expect(lines[1]).toMatch(/^\|(?:---\|)+$/u);
        for (const line of lines) expect(line).not.toMatch(/\|\s*\|/u);
      } else if (!block.startsWith('- ')) expect(lines).toHaveLength(1);
      else for (const line of lines) expect(line).toMatch(/^- \S/u);
    }
    const asked = body.split(/^## Frequently Asked Questions.*$/mu)[1]?.split(/^## /mu)[0] ?? '';
    const questions = asked.match(/^### .+$/gmu) ?? [];
    expect(questions.length).toBeGreaterThanOrEqual(4);
    for (const question of questions) expect(question).toMatch(/\?$/u);
  });
});

describe('the corpus folder', () => {
  it('has a glossary whose words mean one thing each', () => {
    const entries: {
      term: string;
      kind: string;
      aliases: string[];
      related: string[];
      meaning: string;
      caseSensitive?: boolean;
    }[] = parse(readFileSync('corpus/glossary.yaml', 'utf8'));
    const owners = new Map<string, string>();
    for (const { term, kind, aliases, related, meaning, caseSensitive = false } of entries) {
      expect([kind, meaning, ...aliases, ...related].every((text) => typeof text === 'string' && text !== '')).toBe(
        true,
      );
      expect(meaning.split(/\s+/u).length, term).toBeLessThanOrEqual(25);
      expect(meaning, term).toMatch(/\.$/u);
      for (const form of [term, ...aliases]) {
        const key = caseSensitive && !/\p{Ll}/u.test(form) ? form : form.toLowerCase();
        expect(owners.get(key), `${form} of ${term}`).toBeUndefined();
        owners.set(key, term);
      }
    }
    // Abbreviations that are everyday words when written small.
    for (const word of [
      'all',
      'car',
      'pet',
      'sox',
      'os',
      'pr',
      'sd',
      'hr',
      'rt',
      'til',
      'gc',
      'np',
      'sp',
      'ct',
      'cr',
    ]) {
      expect(owners.has(word), word).toBe(false);
    }
  });

  it('knows nothing about the organisation that the guides do not say', () => {
    const organisation = parse(readFileSync('corpus/organisation.yaml', 'utf8'));
    expect(readGuide('what-is-cik').body).toContain(organisation.description);
    expect(organisation).toMatchObject({
      website: null,
      contact: { email: null, phone: null, form: null, postal: null },
      hours: { timeZone: null, weekly: null },
      holidays: [],
    });
    expect(new Set(organisation.suggestions).size).toBe(8);
    const countries = organisation.emergency.map(({ country }: { country: string }) => country);
    expect(new Set(countries).size).toBe(countries.length);
    expect(countries).toContain('*');
    for (const { country, emergency, crisis, reviewedBy } of organisation.emergency) {
      expect(country).toMatch(/^(?:[A-Z]{2}|\*)$/u);
      expect(emergency.length).toBeGreaterThan(0);
      expect(reviewedBy).toBeNull();
      for (const { number } of [...emergency, ...crisis]) expect(number).toMatch(/^\d[\d ]*$/u);
    }
  });
});
