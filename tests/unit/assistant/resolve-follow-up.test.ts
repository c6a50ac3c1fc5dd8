import { describe, expect, it } from 'vitest';
import { resolveFollowUp } from '#assistant/ask/resolve-follow-up.ts';
import { askReaderOver } from '../../support/ask-reader.ts';

const reader = askReaderOver(['CIK side effects in lung cancer', 'gastric cancer survival', 'available in India']);
const resolve = (question: string, earlier: string | null) => resolveFollowUp(question, earlier, reader);

describe('resolveFollowUp', () => {
  it('leaves a first question alone', () => {
    expect(resolve('And for stomach cancer?', null).text).toBe('And for stomach cancer?');
  });

  it('puts the new disease in the place of the old one', () => {
    expect(resolve('And for stomach cancer?', 'What is survival with CIK in lung cancer?').text).toBe(
      'What is survival with CIK in stomach cancer?',
    );
  });

  it('puts the new treatment in the place of the old one', () => {
    expect(resolve('what about CAR-T?', 'How long does CIK take to make?').text).toBe(
      'How long does CAR-T take to make?',
    );
  });

  it('says what a pronoun stands for', () => {
    expect(resolve('What are the side effects of that?', 'What is CAR-T?').text).toBe(
      'What are the side effects of CAR-T?',
    );
  });

  it('keeps what was talked about as context', () => {
    const { context } = resolve('is it available in India?', 'Does CIK help in lung cancer?');
    expect(context.map((concept) => concept.surface.toLowerCase())).toContain('lung cancer');
  });

  it('leaves a question that names its own subject alone', () => {
    const resolved = resolve('How does CAR-T work?', 'What is survival with CIK in lung cancer?');
    expect(resolved).toMatchObject({ text: 'How does CAR-T work?', context: [] });
  });
});
