import { expect, it } from 'vitest';
import { nameMissing } from '#assistant/turn/name-missing.ts';

it('names at most five terms of letters and digits, forty characters each', () => {
  const missing = nameMissing(['<b>Rupees</b>', 'x'.repeat(60), 'PD-1', 'a', 'b', 'c', 'd']);
  expect(missing).toHaveLength(5);
  expect(missing.every((term) => /^[\p{L}\p{N} ]{1,40}$/u.test(term))).toBe(true);
});

it('names each term once and nothing for signs alone', () => {
  expect(nameMissing(['Dubai', 'dubai', '?!'])).toEqual(['dubai']);
});
