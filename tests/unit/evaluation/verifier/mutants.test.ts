import { describe, expect, test } from 'vitest';
import { createMutants } from '#evaluation/verifier/create-mutants.ts';
import type { NamesByKind } from '#evaluation/verifier/mutate-names.ts';
import { scoreMutations } from '#evaluation/verifier/score-mutations.ts';

const names: NamesByKind = new Map([
  [
    'drug',
    [
      { name: 'Velumab', forms: ['Velumab'] },
      { name: 'Corastin', forms: ['Corastin'] },
      { name: 'Dolorin', forms: ['Dolorin'] },
    ],
  ],
]);
const sentence = (text: string) => ({ text, evidence: [text] });
const sentences = [
  sentence('Velumab may not reduce pain better than Corastin in 40–55% of patients over 6 months.'),
  sentence('Side effects are generally mild.'),
];
const mutants = createMutants({ sentences, names, seed: 7 });
const of = (kind: string) => mutants.filter((mutant) => mutant.kind === kind).map(({ text }) => text);

describe('mutants', () => {
  test('change one thing each', () => {
    expect(of('digit')).toHaveLength(1);
    expect(of('range_end')[0]).toMatch(/in 40–5[67]%|in 40–6[05]%/u);
    expect(of('negation_dropped')).toEqual([
      'Velumab may reduce pain better than Corastin in 40–55% of patients over 6 months.',
    ]);
    expect(of('names_swapped')).toEqual([
      'Corastin may not reduce pain better than Velumab in 40–55% of patients over 6 months.',
    ]);
    expect(of('name')[0]).toContain('Dolorin');
    expect(of('hedge')).toContain('Side effects are mild.');
    expect(of('negation_added')).toContain('Side effects are not generally mild.');
  });

  test('of a passage keep the sentence and exchange what it stands on', () => {
    const passage = mutants.filter(({ kind }) => kind === 'passage');
    expect(passage).toHaveLength(2);
    for (const { text, evidence } of passage) expect(evidence).not.toContain(text);
  });

  test('are the same for the same seed', () => expect(createMutants({ sentences, names, seed: 7 })).toEqual(mutants));

  test('none exchanges the members of a list', () =>
    expect(
      createMutants({
        sentences: [sentence('Velumab, Corastin and Dolorin were given to many people.')],
        names,
        seed: 1,
      }).filter(({ kind }) => kind === 'names_swapped'),
    ).toEqual([]));
});

describe('the score of a verifier', () => {
  test('that accepts everything is nought for every change', () => {
    const { verbatimAccepted, rejected, missed } = scoreMutations(sentences, mutants, () => ({ supported: true }));
    expect(verbatimAccepted.successes).toBe(2);
    expect(missed).toHaveLength(mutants.length);
    for (const { successes } of rejected.values()) expect(successes).toBe(0);
  });

  test('that compares letters is full', () => {
    const { verbatimAccepted, rejected, missed } = scoreMutations(sentences, mutants, (claim, evidence) =>
      evidence.includes(claim) ? { supported: true } : { supported: false, reason: 'words' },
    );
    expect(verbatimAccepted.successes).toBe(2);
    expect(missed).toEqual([]);
    expect(rejected.get('digit')).toMatchObject({ successes: 1, trials: 1 });
  });
});
