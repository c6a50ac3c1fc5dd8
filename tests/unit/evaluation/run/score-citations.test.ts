import { describe, expect, it } from 'vitest';
import { scoreCitations } from '#evaluation/run/score-citations.ts';

/** Evidence carries a claim when every word of it stands there. */
const judge = {
  name: 'words',
  supports: (claim: string, evidence: readonly string[]) =>
    claim.split(' ').every((word) => evidence.join(' ').split(' ').includes(word)),
};
const score = (...claims: Array<{ text: string; evidence: Array<string | null> }>) =>
  scoreCitations(
    claims.map(({ text, evidence }) => ({ text, evidence: evidence.map((one) => (one === null ? null : [one])) })),
    judge,
  );

describe('citation recall and precision', () => {
  it('count a sentence that its sources carry together, each of them needed', async () => {
    expect(await score({ text: 'a b', evidence: ['a', 'b'] })).toEqual({ recall: 1, precision: 1 });
  });

  it('count a source that neither carries nor is needed against precision', async () => {
    expect(await score({ text: 'a b', evidence: ['a b', 'c'] })).toEqual({ recall: 1, precision: 0.5 });
  });

  it('count a source that carries alone, though another does too', async () => {
    expect(await score({ text: 'a', evidence: ['a', 'a b'] })).toEqual({ recall: 1, precision: 1 });
  });

  it('count citations that lead nowhere in both denominators', async () => {
    expect(await score({ text: 'a', evidence: ['a', null] })).toEqual({ recall: 1, precision: 0.5 });
    expect(await score({ text: 'a', evidence: [null] }, { text: 'b', evidence: ['b'] })).toEqual({
      recall: 0.5,
      precision: 0.5,
    });
  });

  it('count a sentence without a citation, and one that is not carried, as none', async () => {
    expect(await score({ text: 'a', evidence: [] }, { text: 'b', evidence: ['c'] })).toEqual({
      recall: 0,
      precision: 0,
    });
  });

  it('are 0, not undefined, for an answer without a sentence', async () => {
    expect(await score()).toEqual({ recall: 0, precision: 0 });
  });
});
