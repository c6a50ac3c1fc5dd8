import { describe, expect, it } from 'vitest';
import { readingGrade } from '#assistant/reading-grade.ts';

describe('the reading grade', () => {
  it.each([
    // Worked by hand from the formula: words per sentence, syllables per word.
    ['The cat sat on the mat.', 0.39 * 6 + 11.8 * (6 / 6) - 15.59],
    ['The cat sat. The dog ran.', 0.39 * 3 + 11.8 * (6 / 6) - 15.59],
    ['Blood is taken from the patient.', 0.39 * 6 + 11.8 * (8 / 6) - 15.59],
    ['Immunotherapy is a treatment.', 0.39 * 4 + 11.8 * (10 / 4) - 15.59],
  ])('is the formula of Kincaid et al.: %s', (text, grade) => {
    expect(readingGrade(text)).toBeCloseTo(Math.round(grade * 10) / 10, 5);
  });

  it('counts no number as a word and no abbreviation point in the middle as an end', () => {
    expect(readingGrade('It takes 14–21 days.')).toBe(readingGrade('It takes days.'));
    expect(readingGrade('It is 3.5 kg of the cells.')).toBe(readingGrade('It is kg of the cells.'));
  });

  it('is 0 without words', () => {
    expect(readingGrade('')).toBe(0);
    expect(readingGrade('14–21')).toBe(0);
  });
});
