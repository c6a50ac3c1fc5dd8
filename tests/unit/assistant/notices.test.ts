import { beforeAll, describe, expect, test } from 'vitest';
import { createNotices, type Notices } from '#assistant/notices/create-notices.ts';
import { fillText } from '#assistant/notices/fill-text.ts';
import { NOTICE_IDS } from '#assistant/notices/notice-file.ts';
import { type NoticeFiles, readNotices } from '#assistant/notices/read-notices.ts';
import type { Organisation } from '#domain/organisation.ts';

const numbers = (country: string, name: string, emergency: string, crisis: string | null, oncology: string | null) => ({
  country,
  name,
  emergency: [{ label: 'Emergency services', number: emergency, note: null }] as const,
  crisis: crisis === null ? [] : [{ label: 'Crisis line', number: crisis, note: null }],
  oncologyLine: oncology === null ? null : { label: 'Oncology line', number: oncology, note: null },
  source: null,
  reviewedBy: null,
});

const clinic: Organisation = {
  name: 'Test Clinic',
  description: null,
  website: null,
  contact: { email: null, phone: null, form: null, postal: null },
  hours: { timeZone: null, weekly: null },
  holidays: [],
  locales: ['en'],
  ownQuestions: ['Test Clinic'],
  suggestions: [],
  emergency: [
    numbers('*', 'Other countries', '112', null, null),
    numbers('IN', 'India', '108', '14416', '1800 11 22'),
    numbers('US', 'United States', '911', '988', null),
  ],
};

describe('notices', () => {
  let files: NoticeFiles;
  let notices: Notices;
  beforeAll(async () => {
    files = await readNotices('prompts/notices');
    notices = createNotices({ files, organisation: clinic, retentionDays: 30 });
  });

  test.each(NOTICE_IDS)('%s is rendered whole, with safe links only', (id) => {
    const notice = notices.render(id, 'en');
    expect(`${notice.title} ${notice.text}`).not.toMatch(/[{}]/u);
    expect(notice.version).toBe('notices-en@3');
    for (const { href } of notice.actions) expect(href).toMatch(/^(tel:|mailto:|https:\/\/)/u);
  });

  test('the country of the locale comes first in a card', () => {
    expect(notices.render('emergency', 'en-IN').actions[0]?.href).toBe('tel:108');
    expect(notices.render('emergency', 'en-US').actions[0]?.href).toBe('tel:911');
    expect(notices.render('emergency', 'en').actions[0]?.href).toBe('tel:112');
  });

  test('an urgent card begins with the oncology line where one is known, a crisis card with the crisis line', () => {
    expect(notices.render('urgent', 'en-IN').actions[0]?.href).toBe('tel:18001122');
    expect(notices.render('urgent', 'en-US').actions[0]?.href).toBe('tel:911');
    expect(notices.render('crisis', 'en-US').actions[0]?.href).toBe('tel:988');
  });

  test('a country nobody listed still gets a number', () => {
    expect(notices.render('emergency', 'en-ZZ').actions.length).toBeGreaterThan(0);
  });

  test('without a contact no link is made up; with one it is offered', () => {
    expect(notices.render('referral_requested_human', 'en').actions).toEqual([]);
    const contact = {
      email: 'help@clinic.example',
      phone: '+91 11 2345',
      form: 'https://clinic.example/ask',
      postal: null,
    };
    const reachable = createNotices({ files, organisation: { ...clinic, contact }, retentionDays: 30 });
    expect(reachable.render('referral_requested_human', 'en').actions.map(({ href }) => href)).toEqual([
      'tel:+91112345',
      'mailto:help@clinic.example',
      'https://clinic.example/ask',
    ]);
  });

  test('an address that is no web address is left out', () => {
    const contact = { ...clinic.contact, form: 'javascript:alert(1)' };
    const odd = createNotices({ files, organisation: { ...clinic, contact }, retentionDays: 30 });
    expect(odd.render('referral_requested_human', 'en').actions).toEqual([]);
  });

  test('an unsupported language gets its own text, everything else falls back to English', () => {
    const spanish = notices.render('abstained_unsupported_language', 'es');
    expect(spanish.locale).toBe('es');
    expect(spanish.text).toContain('inglés');
    expect(notices.render('abstained_unsupported_language', 'de').locale).toBe('en');
    expect(notices.render('emergency', 'de').locale).toBe('en');
    expect(notices.render('greeting', 'es').locale).toBe('en');
  });

  test.each(['emergency', 'urgent', 'crisis', 'abstained_unsupported_language'])(
    'an unsigned %s says so in its language, and the English text follows',
    (id) => {
      const english = notices.render(id, 'en');
      for (const [language, file] of files.byLanguage) {
        if (language === 'en') continue;
        const notice = notices.render(id, language);
        expect(notice.locale).toBe(language);
        expect(notice.version).toBe(`${file.id}@${file.version}+${english.version}`);
        const [own, unreviewed, last, ...more] = notice.text.split('\n\n');
        expect(more).toEqual([]);
        expect(own).not.toBe(english.text);
        expect(unreviewed).toBe(file.unreviewed);
        expect(last).toBe(english.text);
        expect(notice.title.endsWith(english.title)).toBe(true);
      }
    },
  );

  test('a signed translation stands alone', () => {
    const spanish = files.byLanguage.get('es');
    if (!spanish) throw new Error('there is a Spanish file');
    const byLanguage = new Map([...files.byLanguage, ['es', { ...spanish, reviewedBy: 'somebody' }]]);
    const signed = createNotices({ files: { ...files, byLanguage }, organisation: clinic, retentionDays: 30 });
    expect(signed.render('emergency', 'es').text).toBe(spanish.notices.emergency?.text);
  });

  test("a card in another language keeps the page's country first, and calls in its own words", () => {
    const [first] = notices.render('emergency', 'ar-IN').actions;
    expect(first?.href).toBe('tel:108');
    expect(first?.label).toMatch(/^اتصل/u);
    expect(notices.render('emergency', 'hi').actions[0]?.href).toBe('tel:108');
  });

  test('retention and organisation are filled into the fixed texts', () => {
    expect(notices.fixed.privacyNotice('en')).toContain('30 days');
    expect(notices.fixed.disclaimer('en')).toContain('Test Clinic');
    expect(notices.fixed.aiNotice('en')).toMatch(/\bAI\b/u);
    expect(notices.fixed.emergencyLine('en-US').actions[0]?.href).toBe('tel:911');
  });

  test('an unknown id and a hole in a text are faults, not texts', () => {
    expect(() => notices.render('no_such_notice', 'en')).toThrow('no_such_notice');
    expect(() => fillText('Hello {name}', {})).toThrow('{name}');
  });

  test('a value cannot bring in a placeholder of its own', () => {
    expect(fillText('{a}', { a: '{b}', b: 'x' })).toBe('{b}');
  });
});
