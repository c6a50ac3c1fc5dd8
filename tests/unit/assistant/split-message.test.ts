import { describe, expect, it } from 'vitest';
import { splitMessage as splitParts } from '#assistant/ask/split-message.ts';

const splitMessage = (message: string) => splitParts(message).map(({ question }) => question);

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

  it('tells what was mentioned from what is asked of it, and leaves a claim with its question', () => {
    expect(splitParts('My friend mentioned CIK, what is it?')).toEqual([
      { question: 'what is it?', story: 'My friend mentioned CIK' },
    ]);
    for (const whole of [
      'I read that CIK is approved, how does it work?',
      'Since CIK cures lung cancer, how long does it take?',
      'In lung cancer, what is it used for?',
      'CIK cures cancer, how does it do that?',
    ]) {
      expect(splitMessage(whole)).toEqual([whole]);
    }
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

  it('finds a second question behind a preposition or a helping verb', () => {
    expect(splitMessage('What reactions come from it, and on how many days is it given?')).toHaveLength(2);
    expect(splitMessage('Does the review cost anything, and do you give an estimate?')).toHaveLength(2);
    expect(splitMessage('Is it given with chemo and radiation?')).toHaveLength(1);
  });

  it('does not break after an abbreviation, nor ask what is told', () => {
    expect(splitMessage('How big was Lee et al. 2015?')).toEqual(['How big was Lee et al. 2015?']);
    expect(splitMessage('When I call they hang up. Is there one person for us?')).toEqual([
      'Is there one person for us?',
    ]);
  });

  it('takes a tail into the question that it belongs to', () => {
    expect(splitMessage('side effects of the drip? fever?')).toEqual(['side effects of the drip, fever?']);
  });

  it('hears a request', () => {
    expect(splitMessage('We live in Pune. Please tell me the price of it.')).toEqual([
      'Please tell me the price of it.',
    ]);
  });

  it('keeps what was told before a question', () => {
    expect(splitParts('My uncle heard of CIK. Is it safe?')).toEqual([
      { question: 'Is it safe?', story: 'My uncle heard of CIK.' },
    ]);
  });
});
