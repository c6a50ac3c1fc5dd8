import { describe, expect, it } from 'vitest';
import { correctPremise } from '#assistant/evidence/correct-premise.ts';
import { readPremise } from '#assistant/evidence/read-premise.ts';
import { evidenceRules } from '../../support/ask-reader.ts';
import { candidatesOf } from '../../support/candidates-of.ts';

const claimOf = (question: string) => readPremise(question, evidenceRules.premises)?.claim ?? null;

describe('what a question takes for granted', () => {
  it.each([
    ['Since the splint is washable, how is it dried?', 'the splint is washable'],
    ['Why does the splint hurt?', 'the splint hurt'],
    ['How come splints are made of steel?', 'splints are made of steel'],
    ['I read that splints are made of steel, is there nickel in it?', 'splints are made of steel'],
    ['The splint is free, right? Who pays?', 'The splint is free'],
    ["The splint is free, isn't it?", 'The splint is free'],
    ['The splint was tested in children, so which dose is used?', 'The splint was tested in children'],
  ])('%s', (question, claim) => {
    expect(claimOf(question)).toBe(claim);
  });

  it.each(['Is it true that splints are made of steel?', 'Does the splint hurt?', 'How long is the splint worn?'])(
    'nothing: %s',
    (question) => {
      expect(claimOf(question)).toBeNull();
    },
  );
});

const DOCUMENT = `# Splints

The splint is not made of steel. It is worn for 3–4 weeks. Swelling has not been reported with the splint.

A splint is given by the public clinic and is self-funded. The plaster cast is made of chalk.
`;

function correction(question: string): string | null {
  const { reader, candidates } = candidatesOf(question, [DOCUMENT]);
  const premise = readPremise(question, evidenceRules.premises);
  return premise && (correctPremise(premise, candidates, reader, evidenceRules)?.text ?? null);
}

describe('a premise is corrected', () => {
  it.each([
    ['by a denial of the same predicate', 'Why is the splint made of steel?', 'The splint is not made of steel.'],
    [
      'by a subject that is denied',
      'Why is swelling reported with the splint?',
      'Swelling has not been reported with the splint.',
    ],
    [
      'by the other side of a pair of opposites',
      'Since the splint is reimbursed, who pays?',
      'A splint is given by the public clinic and is self-funded.',
    ],
  ])('%s', (_, question, sentence) => {
    expect(correction(question)).toBe(sentence);
  });

  it.each([
    'Why is the splint not made of steel?',
    'Why is the plaster cast made of chalk?',
    'Since the splint is self-funded, who pays?',
    'Why is no swelling reported with the splint?',
    'Why is the crutch made of steel?',
  ])('but not: %s', (question) => {
    expect(correction(question)).toBeNull();
  });

  it('not where another sentence says what the question says', () => {
    const question = 'Why is the splint made of steel?';
    const { reader, candidates } = candidatesOf(question, [DOCUMENT, '# Other\n\nThe splint is made of steel.']);
    const premise = readPremise(question, evidenceRules.premises);
    expect(premise && correctPremise(premise, candidates, reader, evidenceRules)).toBeNull();
  });
});
