import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEvidenceModel, weigh } from '#assistant/compose/evidence-model.ts';

const part = { bias: 0.5, features: { a: { mean: 1, deviation: 2, weight: 3 } } };

describe('the evidence model', () => {
  it('weighs standardised features; one that it does not name has no say, one that is not measured is 0', () => {
    expect(weigh(part, { a: 5, b: 100 })).toBeCloseTo(0.5 + 3 * 2);
    expect(weigh(part, {})).toBeCloseTo(0.5 - 1.5);
  });
  it('names what is wrong with its file', () => {
    expect(() => readEvidenceModel('{"id":"evidence-model"}')).toThrow(/evidence-model\.json: .*version/su);
  });
  it('ships readable, fitted to cases, unsigned', () => {
    const model = readEvidenceModel(readFileSync('prompts/answer/evidence-model.json', 'utf8'));
    expect(model.made.cases).toBeGreaterThan(500);
    expect(Object.keys(model.ranking.features)).toContain('carried');
    expect(model.reviewedBy).toBeNull();
  });
});
