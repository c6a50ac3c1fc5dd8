import { describe, expect, it } from 'vitest';
import { keepsToQuotes } from '#assistant/reviewed/keeps-to-quotes.ts';

const problems = (text: string, ...quotes: string[]) => {
  const [first = '', ...rest] = quotes;
  const cite = (quote: string) => ({ documentId: 'd', writtenAgainst: null, heading: null, quote });
  return keepsToQuotes({ text, cites: [cite(first), ...rest.map(cite)] });
};

describe('a figure of a plain sentence', () => {
  it.each([
    ['It takes 14 to 21 days.', 'Manufacturing takes 14–21 days.'],
    ['It takes 14–21 days.', '**14–21 days** — Typical expansion period.'],
    ['More than 100 trials were counted.', '100+ randomised trials'],
    ['About 72 to 78 percent were alive.', 'CIK + chemo: ~72–78%'],
    ['About 21 days.', 'It takes 21 days.'],
    ['It costs 80,000 to 465,000 dollars.', 'USD 80,000–465,000 depending on product'],
    ['Two trials were done.', 'From 2 trials.'],
    ['Survival was 13 to 17% better.', 'OS +13–17%'],
    ['Cells with CD3 and PD-1 are counted.', 'Cells with these markers are counted.'],
    ['Half of them got well.', 'In half of patients symptoms went.'],
  ])('stands in its quote: %s', (text, quote) => {
    expect(problems(text, quote)).toEqual([]);
  });

  it.each([
    ['It takes 21 days.', 'Manufacturing takes 14–21 days.', '21 days'],
    ['It takes 14 to 21 weeks.', 'Manufacturing takes 14–21 days.', '14 to 21 weeks'],
    ['It takes 14 to 21.', 'Manufacturing takes 14–21 days.', '14 to 21'],
    ['100 trials were counted.', 'over 100 published RCTs', '100'],
    ['Up to 100 trials were counted.', 'over 100 published RCTs', 'Up to 100'],
    ['72 to 78% were alive.', '~72–78%', '72 to 78%'],
    ['It was 13 to 17% of people.', 'OS +13–17%', '13 to 17%'],
    ['Three groups were seen.', 'Several groups were seen.', 'Three'],
    ['It takes 1.5 hours.', 'It takes 15 hours.', '1.5 hours'],
  ])('is refused when its quote says it otherwise: %s', (text, quote, said) => {
    expect(problems(text, quote)).toEqual([`"${text}": "${said}" does not stand so in its quotes`]);
  });

  it('may stand in any of the quotes of its sentence', () => {
    expect(problems('It takes 2 days, for 5 weeks.', 'It takes 2 days.', 'For 5 weeks.')).toEqual([]);
  });
});

describe('a denial', () => {
  it.each([
    ['CIK is not a standard treatment.', 'CIK is not part of standard protocols.'],
    ['Their genes stay as they are, not changed.', 'activated without any genetic modification'],
    ['It is not yet shown.', 'There is a lack of evidence.'],
    ['It is not approved there.', 'It remains investigational.'],
    ['The cells are unchanged.', 'The cells are not changed.'],
    ["It doesn't hurt.", 'It does not hurt.'],
  ])('is carried: %s', (text, quote) => {
    expect(problems(text, quote)).toEqual([]);
  });

  it('may not be lost', () => {
    expect(problems('CIK is a standard treatment.', 'CIK is not part of standard protocols.')).toEqual([
      '"CIK is a standard treatment.": its quote says "not" or "no" and the sentence does not',
    ]);
  });

  it('may not be made up', () => {
    expect(problems('CIK has no side effects.', 'Side effects are generally mild.')).toEqual([
      '"CIK has no side effects.": it says "not" or "no" and its quotes do not',
    ]);
  });
});
