import { describe, expect, it } from 'vitest';
import { splitMessage } from '#assistant/ask/split-message.ts';

describe('splitMessage', () => {
  it('keeps one question whole', () => {
    expect(splitMessage('How long does it take to make CIK cells?')).toEqual([
      'How long does it take to make CIK cells?',
    ]);
  });

  it('finds two questions behind one conjunction', () => {
    expect(splitMessage('How is CIK made and how much does it cost?')).toEqual([
      'How is CIK made',
      'how much does it cost?',
    ]);
  });

  it('does not split a comparison or a list at its "and"', () => {
    expect(splitMessage('What is the difference between CIK and CAR-T?')).toHaveLength(1);
    expect(splitMessage('Is it used in lung and liver cancer?')).toHaveLength(1);
  });

  it('takes the questions out of a story', () => {
    const story =
      'My mother was told about this last week. We live far away and everyone is worried. What is CIK? Where can people get it?';
    expect(splitMessage(story)).toEqual(['What is CIK?', 'Where can people get it?']);
  });

  it('takes a message without a question as one', () => {
    expect(splitMessage('cik side effects')).toEqual(['cik side effects']);
  });

  it('gives three at most and nothing for nothing', () => {
    expect(splitMessage('What is A? What is B? What is C? What is D?')).toHaveLength(3);
    expect(splitMessage('  \n ')).toEqual([]);
  });
});
