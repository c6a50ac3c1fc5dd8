import { describe, expect, it } from 'vitest';
import type { ClassifierFile } from '#assistant/screen/classify/classifier-file.ts';
import { createClassifier } from '#assistant/screen/classify/create-classifier.ts';
import { createScoreTable } from '#assistant/screen/classify/score-table.ts';
import { classifierFile } from '../../../support/classifier-files.ts';

const features = new Map([
  ['w:fever', 0],
  ['w:cold', 1],
  ['2:no fever', 0],
]);

const judge = (file: ClassifierFile, vector: Float32Array | null = null): number =>
  createClassifier(file).probability(createScoreTable([file]).score(features)[0] ?? Number.NaN, vector);

describe('a classifier', () => {
  it('adds up the weights of what is there, and says what spoke most for it', () => {
    const file = classifierFile('x', { 'w:fever': 2, 'w:cold': 3, '2:no fever': -1, 'w:absent': 50 }, { bias: -4 });
    expect(judge(file)).toBeCloseTo(0.5, 12);
    expect(createClassifier(file).because(features)).toEqual(['w:cold', 'w:fever']);
  });

  it('calibrates its score', () => {
    const file = { ...classifierFile('x', {}, { bias: 2 }), calibration: { slope: 0.5, offset: -1 } };
    expect(judge(file)).toBeCloseTo(0.5, 12);
  });

  it('counts the encoder where it was fitted with one, and refuses a vector of another length', () => {
    const file = classifierFile('x', {}, { bias: 0, dense: [1, -1] });
    expect(judge(file, Float32Array.of(3, 3))).toBeCloseTo(0.5, 6);
    expect(() => judge(file)).toThrow('x: the vector has not 2 dimensions');
    expect(() => judge(file, Float32Array.of(1))).toThrow('dimensions');
  });

  it('scores as many models at once as there are, each as by itself', () => {
    const files = [
      classifierFile('x', { 'w:fever': 2 }),
      classifierFile('y', { 'w:cold': 3, 'w:fever': -1 }, { bias: 1 }),
    ];
    expect([...createScoreTable(files).score(features)]).toEqual([-7, 3]);
  });

  it('names a threshold that it does not have', () => {
    expect(() => createClassifier(classifierFile('x')).threshold('nonsense')).toThrow(
      'x: no threshold is called nonsense',
    );
  });
});
