import { describe, expect, test } from 'vitest';
import { listTerms } from '#knowledge/words/list-terms.ts';
import { tokenise } from '#knowledge/words/tokenise.ts';

const stems = (text: string) => tokenise(text).map((token) => token.stem);

describe('tokenising', () => {
  test('gives each word with where it stands', () => {
    const text = 'CAR-T needs 14–21 days; 100+ trials (CD3+CD56+), 80,000.5 IFN-γ — “patient’s”';
    const tokens = tokenise(text);
    for (const { surface, start, end } of tokens) expect(text.slice(start, end)).toBe(surface);
    expect(tokens.map((token) => token.surface)).toEqual([
      'CAR', 'T', 'needs', '14', '21', 'days', '100+', 'trials', 'CD3+', 'CD56+', '80,000.5', 'IFN', 'γ', 'patient’s',
    ]); // biome-ignore format: one row reads better
    expect(stems('CD3+ 100+ 80,000 γ patient’s PD1')).toEqual(['cd3', '100', '80000', 'gamma', 'patient', 'pd1']);
  });

  test('finds a hyphenated word written joined, split or hyphenated', () => {
    for (const [one, other] of [
      ['CAR-T', 'CART'],
      ['PD-1', 'PD1'],
      ['IL‑2', 'IL2'],
      ['stand-alone', 'standalone'],
    ]) {
      expect(listTerms(one ?? '')).toContain(listTerms(other ?? '')[0]);
    }
    expect(stems('CAR-T cells')).toEqual(stems('car t cell'));
    expect(listTerms('14–21 days')).toEqual(['14', '21', 'dai']);
  });

  test.each([
    ['tumour', 'tumor'],
    ['tumours', 'Tumors'],
    ['haematology', 'hematology'],
    ['oesophageal', 'esophageal'],
    ['leukaemia', 'leukemia'],
    ['anaemia', 'anemia'],
    ['ischaemic', 'ischemic'],
    ['randomised', 'randomized'],
    ['immunisation', 'immunization'],
    ['analyse', 'analyze'],
    ['centres', 'centers'],
    ['programme', 'program'],
    ['diarrhoea', 'diarrhea'],
    ['paediatric', 'pediatric'],
    ['oestrogen', 'estrogen'],
    ['behaviour', 'behavior'],
    ['counselling', 'counseling'],
    ['naïve', 'naive'],
  ])('reads %s and %s as one word', (british, american) => {
    expect(stems(british)).toEqual(stems(american));
  });

  test('does not confuse hour, four and your with American spellings', () => {
    expect(new Set([...stems('hour'), ...stems('four'), ...stems('hor'), ...stems('for')]).size).toBe(4);
  });

  test('marks stop words and keeps negation and the leukaemia ALL', () => {
    const stops = tokenise('what is the risk of ALL without not no').filter((token) => token.isStop);
    expect(stops.map((token) => token.surface)).toEqual(['what', 'is', 'the', 'of']);
  });

  test('takes capitals for an abbreviation only where not everything is in capitals', () => {
    expect(tokenise('is ALL curable').find(({ surface }) => surface === 'ALL')?.isStop).toBe(false);
    expect(
      tokenise('IS ALL OF IT SAFE')
        .filter(({ isStop }) => !isStop)
        .map(({ surface }) => surface),
    ).toEqual(['SAFE']);
  });

  test('keeps the marks of scripts that need them', () => {
    expect(tokenise('कैंसर का इलाज').map((token) => token.surface)).toEqual(['कैंसर', 'का', 'इलाज']);
    expect(stems('कैंसर')).toEqual(['कैंसर'.normalize('NFKD')]);
  });
});
