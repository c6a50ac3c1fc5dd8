import { describe, expect, it } from 'vitest';
import { createWordCutter } from '#care/cut-words.ts';

const report =
  'FINDINGS: A 3.2 cm spiculated mass is seen in the right upper lobe.\nIMPRESSION: Suggestive of lung malignancy.';

describe('cutting removed words out of what was made from a message', () => {
  it.each([
    ['MRN 48291377 and more', ['48291377'], 'MRN [removed] and more'],
    ['call 98765 43210 now', ['98765  43210'], 'call [removed] now'],
    ['can ravi kumar have cik?', ['Ravi Kumar'], 'can [removed] have cik?'],
    ['mail anna.smith@example.org?', ['anna.smith@example.org'], 'mail [removed]?'],
    ['ravi asks', ['Ravi Kumar'], 'ravi asks'],
    [`${report.replaceAll('\n', ' ')} Is CIK possible?`, [report], '[removed]. Is CIK possible?'],
    [
      'A 3.2 cm spiculated mas is seen in the right upper lobe: is CIK possible?',
      [report],
      '[removed]: is CIK possible?',
    ],
    ['What is CIK?', [report], 'What is CIK?'],
    ['What is CIK?', [], 'What is CIK?'],
    ['What is CIK?', ['...'], 'What is CIK?'],
  ])('%j without %j is %j', (text, pieces, left) => {
    expect(createWordCutter(pieces).cut(text)).toBe(left);
  });

  it('knows a term whose every word was removed', () => {
    const { covers } = createWordCutter(['Ravi Kumar', '48291377']);
    expect(['ravi', 'Kumar', '48291377', 'cost', 'ravi cost'].map(covers)).toEqual([true, true, true, false, false]);
    expect(createWordCutter([]).covers('cost')).toBe(false);
  });
});
