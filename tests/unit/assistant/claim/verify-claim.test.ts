import { describe, expect, test } from 'vitest';
import { openClaimVerifier } from '../../../support/claim-verifier.ts';

const verify = await openClaimVerifier();
const reasonOf = (claim: string, ...evidence: string[]): string | null => {
  const verdict = verify(claim, evidence);
  return verdict.supported ? null : verdict.reason;
};

describe('a claim that its quotes carry', () => {
  test.each([
    [
      'word for word',
      'Velumab reduced knee pain in 40–55% of patients.',
      ['Velumab reduced knee pain in 40–55% of patients.'],
    ],
    [
      'in plain words',
      'Knee pain fell with Velumab in about 40 to 55 percent of people.',
      ['Velumab reduced knee pain in 40–55% of patients.'],
    ],
    [
      'from a table, row name, column and cell apart',
      'With Velumab the median progression-free time was about 8 to 10 months.',
      ['Median PFS (Velumab):', '~8–10 months'],
    ],
    [
      'in another unit, where the step is exact',
      'Treatment takes two to three weeks.',
      ['Treatment takes 14–21 days.'],
    ],
    ['by a wider name', 'It was studied in knee disease.', ['The drug was studied in NKS.']],
    ['by another way to write a name', 'It was studied in nodular knee syndrome.', ['The drug was studied in NKS.']],
    ['with a hedge more', 'Velumab may possibly reduce pain.', ['Velumab may reduce pain.']],
    ['with a denial in other words', 'Trials seldom report side effects.', ['Trials rarely report side effects.']],
    ['after a yes or no', 'No: Velumab is not approved in Japan.', ['Velumab is not approved in Japan.']],
  ])('%s', (_, claim, evidence) => expect(reasonOf(claim, ...evidence)).toBeNull());
});

describe('a claim that says something else than its quotes', () => {
  const pain = 'Velumab reduced knee pain in 40–55% of patients after 6 months.';
  test.each([
    ['another digit', 'Velumab reduced knee pain in 40–65% of patients after 6 months.', pain, 'number'],
    ['one end of a range', 'Velumab reduced knee pain in 55% of patients after 6 months.', pain, 'number'],
    ['another unit', 'Velumab reduced knee pain in 40–55% of patients after 6 weeks.', pain, 'unit'],
    [
      'a bound that is not there',
      'More than 200 people took part in the trial.',
      'In the trial 200 people took part.',
      'number',
    ],
    ['another direction', 'Velumab increased knee pain in 40–55% of patients after 6 months.', pain, 'direction'],
    ['a decrease of what is given with a plus', 'Survival was 12% lower.', 'Survival difference: +12%', 'direction'],
    ['another name', 'Corastin reduced knee pain in 40–55% of patients after 6 months.', pain, 'name'],
    ['a name that nobody knows', 'Zorbanex reduced knee pain in 40–55% of patients after 6 months.', pain, 'name'],
    ['a country', 'The Korean trials had 200 people.', 'The Chinese trials had 200 people.', 'name'],
    ['a denial left out', 'Velumab is approved in Japan.', 'Velumab is not approved in Japan.', 'negation'],
    ['a denial added', 'Velumab does not reduce pain.', 'Velumab does reduce pain.', 'negation'],
    ['a hedge left out', 'Velumab reduces pain.', 'Velumab may reduce pain.', 'certainty'],
    ['a frequency left out', 'Reactions are mild.', 'Reactions are generally mild.', 'certainty'],
    ['everyone for some', 'All patients improved.', 'Some patients improved.', 'certainty'],
    ['an only', 'Only adults improved with Velumab.', 'Adults improved with Velumab.', 'direction'],
    ['something besides', 'Velumab reduced knee pain and prevents balding, wrinkles and snoring.', pain, 'words'],
  ])('%s', (_, claim, evidence, reason) => expect(reasonOf(claim, evidence)).toBe(reason));

  test('names in each other’s place', () =>
    expect(reasonOf('Corastin works better than Velumab.', 'Velumab works better than Corastin.')).toBe('comparison'));

  test('names on the other side of "than"', () =>
    expect(
      reasonOf(
        'Pain is lower with Corastin than with Velumab.',
        'With Velumab pain fades, and it is lower than with Corastin.',
      ),
    ).toBe('comparison'));

  test('what another sentence says of another name', () => {
    const evidence = 'Velumab eases swelling at night. Corastin was tested in 200 people.';
    expect(reasonOf('Velumab eases swelling at night.', evidence)).toBeNull();
    expect(reasonOf('At night swelling is eased by Corastin.', evidence)).toBe('comparison');
  });

  test('a population', () =>
    expect(reasonOf('Velumab reduced knee pain in children.', 'Velumab reduced knee pain in patients.')).toBe(
      'direction',
    ));

  test('figures in each other’s place', () => {
    const evidence = ['Pain relief with Velumab:', '72–78%', 'Pain relief with Corastin:', '58–65%'];
    expect(reasonOf('Pain relief was 72–78% with Velumab and 58–65% with Corastin.', ...evidence)).toBeNull();
    expect(reasonOf('Pain relief was 58–65% with Velumab and 72–78% with Corastin.', ...evidence)).toBe('comparison');
    expect(reasonOf('With Corastin pain relief was 72–78%.', ...evidence)).toBe('comparison');
  });
});

describe('what is rejected whatever it cites', () => {
  test.each([
    ['You should take Velumab now.', 'personal_advice'],
    ['Stop your chemotherapy before the infusion.', 'personal_advice'],
    ['Velumab is right for you.', 'personal_advice'],
    ['Take 200 mg with water.', 'personal_advice'],
    ['People like you swallow 200 mg a day.', 'reader_dose'],
    ['Your dose is 200 mg.', 'reader_dose'],
    ['You will live two more years.', 'reader_prognosis'],
    ['Your chances are good.', 'reader_prognosis'],
    ['Someone will call you today.', 'promise'],
    ['A nurse will be in touch.', 'promise'],
    ['I am a nurse.', 'claims_person'],
    ['As a doctor who knows knees: pain fades.', 'claims_person'],
    ['Velumab <img src=x onerror=alert(1)> helps.', 'markup'],
    ['See [this](https://example.org) for Velumab.', 'markup'],
  ])('%s', (claim, reason) => expect(reasonOf(claim, claim)).toBe(reason));

  test('a stage in Roman figures is nobody', () =>
    expect(reasonOf('Stage I disease was treated.', 'Stage I disease was treated.')).toBeNull());
  test('empty evidence is never support', () => {
    expect(reasonOf('Velumab helps.')).toBe('no_evidence');
    expect(reasonOf('Velumab helps.', ' ', '')).toBe('no_evidence');
  });
  test('nothing said is no claim', () => expect(reasonOf('—', 'Velumab helps.')).toBe('no_claim'));
});
