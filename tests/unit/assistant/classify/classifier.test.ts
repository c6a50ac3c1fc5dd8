import { describe, expect, it } from 'vitest';
import { createClassifier } from '#assistant/screen/classify/create-classifier.ts';
import { classifierFile } from '../../../support/classifier-files.ts';

const features = new Map([
  ['w:fever', 0],
  ['w:cold', 1],
  ['2:no fever', 0],
]);

describe('a classifier', () => {
  it('adds up the weights of what is there, and says what spoke most for it', () => {
    const file = classifierFile('x', { 'w:fever': 2, 'w:cold': 3, '2:no fever': -1, 'w:absent': 50 }, { bias: -4 });
    const { probability, because } = createClassifier(file).judge(features, null);
    expect(probability).toBeCloseTo(0.5, 12);
    expect(because).toEqual(['w:cold', 'w:fever']);
  });

  it('calibrates its score', () => {
    const file = { ...classifierFile('x', {}, { bias: 2 }), calibration: { slope: 0.5, offset: -1 } };
    expect(createClassifier(file).judge(features, null).probability).toBeCloseTo(0.5, 12);
  });

  it('counts the encoder where it was fitted with one, and refuses a vector of another length', () => {
    const file = classifierFile('x', {}, { bias: 0, dense: [1, -1] });
    expect(createClassifier(file).judge(features, Float32Array.of(3, 3)).probability).toBeCloseTo(0.5, 6);
    expect(() => createClassifier(file).judge(features, null)).toThrow('x: the vector has not 2 dimensions');
    expect(() => createClassifier(file).judge(features, Float32Array.of(1))).toThrow('dimensions');
  });

  it('names a threshold that it does not have', () => {
    expect(() => createClassifier(classifierFile('x')).threshold('nonsense')).toThrow(
      'x: no threshold is called nonsense',
    );
  });
});
