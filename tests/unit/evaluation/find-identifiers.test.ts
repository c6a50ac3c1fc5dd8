import { describe, expect, it } from 'vitest';
import { findIdentifiers } from '#evaluation/review/find-identifiers.ts';

describe('findIdentifiers', () => {
  it.each([
    ['email', 'Write to anna.smith@example.org please'],
    ['email', 'anna (at) example.org'],
    ['email', 'anna at example dot com'],
    ['web_address', 'see https://example.org/me'],
    ['web_address', 'my blog is annasblog.com'],
    ['web_address', 'I am @anna_smith there'],
    ['phone_number', 'Call +44 7700 900123'],
    ['phone_number', 'my number is 98765 43210'],
    ['phone_number', '(020) 7946 0958'],
    ['phone_number', '555-867-5309'],
    ['phone_number', 'whatsapp 1234567'],
    ['phone_number', 'اتصل ٠٧٧٠٠٩٠٠١٢٣'],
    ['phone_number', 'reach me: 98765 43210'],
    ['phone_number', '९८७६५ ४३२१०'],
    ['phone_number', '98 76 54 32 10'],
    ['phone_number', '0 98765-43210'],
    ['email', 'john.doe at gmail com'],
    ['email', 'my mail is john_doe gmail'],
    ['full_date', 'on 3-May-1980 he'],
    ['full_date', '1980, May 3'],
    ['full_date', '3.V.1980'],
    ['full_date', '1980年5月3日'],
    ['full_date', '3 мая 1980'],
    ['name', "my name's Ramesh"],
    ['name', 'name is Ramesh'],
    ['name', 'My wife Lakshmi has it'],
    ['name', 'dr sharma says'],
    ['name', 'Best wishes, Ramesh Kumar'],
    ['name', 'मेरा नाम रमेश कुमार है'],
    ['name', '我叫王小明'],
    ['name', 'меня зовут Иван Петров'],
    ['name', 'اسمي محمد علي'],
    ['long_number', 'MRN AB12345'],
    ['long_number', 'patient number 12345'],
    ['long_number', 'Reg no 2024/1234'],
    ['long_number', 'record 48291377'],
    ['long_number', 'insurance 943-476-5919'],
    ['long_number', 'NHS 943 476 5919'],
    ['full_date', 'she was born 3 May 1961'],
    ['full_date', 'DOB 03/05/61'],
    ['full_date', '1961-05-03'],
    ['full_date', 'since May 3rd, 2024'],
    ['full_date', 'born in 1961'],
    ['name', 'My name is anna'],
    ['name', 'Patient name: A.'],
    ['name', 'I am called Anna'],
    ['name', 'Dr. Chen told me to wait'],
    ['name', "I'm Anna Smith and I ask"],
    ['name', 'Can it help?\nThanks,\nAnna'],
  ])('finds %s in %j', (kind, text) => {
    expect(findIdentifiers(text)).toContain(kind);
  });

  it.each([
    'How long does it take to make the cells, 14–21 days?',
    'Is it 3-5 infusions of 1-10 × 10⁹ cells on 2 days?',
    'Does it help at stage 3 lung cancer, after 6 cycles in 2024?',
    'In the study of 2019-2021 with 1,104 patients, was survival 53.4% or 48.2%?',
    'My CEA was 12.5 and went down to 3.2, is that from CIK?',
    'I am on Keytruda. This is CIK therapy, right? Is IL-2 given?',
    'What name is this treatment sold under, and who may give it?',
    'My mother may have 2 infusions in March, is that too early?',
    'Is PD-1 (pembrolizumab) 200 mg every 3 weeks fine with it?',
    'It costs about 20 000 dollars at best, is that right?',
  ])('finds nothing in %j', (text) => {
    expect(findIdentifiers(text)).toEqual([]);
  });

  it('names every kind once', () => {
    expect([...findIdentifiers('My name is Anna, anna@example.org or ben@example.org')].sort()).toEqual([
      'email',
      'name',
      'web_address',
    ]);
  });

  it('reads hostile text of the greatest length in no time', () => {
    for (const piece of ['a.', '1 ', '0-', 'at ', 'Dr ', '(((', 'name ', '@a']) {
      const started = performance.now();
      findIdentifiers(piece.repeat(4000 / piece.length));
      expect(performance.now() - started, piece).toBeLessThan(500);
    }
  });
});
