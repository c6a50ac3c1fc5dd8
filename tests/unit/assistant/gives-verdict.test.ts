import { describe, expect, it } from 'vitest';
import { readAsk } from '#assistant/ask/read-ask.ts';
import type { Candidate } from '#assistant/compose/candidate.ts';
import { saysVerdictOnAnother } from '#assistant/compose/gives-verdict.ts';
import { askReaderOver } from '../../support/ask-reader.ts';

const reader = askReaderOver(['Walking after knee surgery', 'CIK with chemotherapy']);
const ask = (question: string) => readAsk({ text: question, question, context: [] }, reader);
const candidate = (text: string, heading: string) =>
  ({ text, retrieved: { passage: { headingPath: ['Questions', heading] } } }) as unknown as Candidate;

const heading = 'Can I walk soon after knee surgery?';
const yes = candidate('In most cases, yes — with crutches.', heading);

describe('saysVerdictOnAnother', () => {
  it('lets a verdict answer its own question, also reworded a little', () => {
    expect(saysVerdictOnAnother(ask(heading), yes)).toBe(false);
    expect(saysVerdictOnAnother(ask('Can people walk soon after surgery on the knee?'), yes)).toBe(false);
  });

  it.each([
    'Should I avoid walking after knee surgery?',
    'Is it dangerous to walk soon after knee surgery?',
    'Can I walk without crutches soon after knee surgery?',
    'Can I not walk soon after knee surgery?',
    'Is it unsafe to walk soon after knee surgery?',
    "Isn't it too soon to walk after knee surgery?",
    'Can I skip knee surgery?',
    'Is knee surgery painful?',
  ])('keeps a yes from %j', (question) => {
    expect(saysVerdictOnAnother(ask(question), yes)).toBe(true);
  });

  it('has nothing against sentences without a verdict', () => {
    const plain = candidate('No donor is needed for this surgery.', heading);
    expect(saysVerdictOnAnother(ask('Is a donor needed?'), plain)).toBe(false);
  });
});
