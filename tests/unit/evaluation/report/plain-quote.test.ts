import { expect, it } from 'vitest';
import { plainQuote } from '#evaluation/report/plain-quote.ts';

it.each([
  ['**No ICANS reported:** none', 'No ICANS reported: none'],
  ['| Group | 1-year |', 'Group · 1-year'],
  ['| a \\| b | **c** |', 'a | b · c'],
  ['| x |\n|---|\n| y |', 'x\ny'],
  ['## Costs', 'Costs'],
  ['- *often* `mild`', 'often mild'],
  ['See [the trial](https://example.org/x).', 'See the trial.'],
  ['p < 0.05, CD3_CD56 and 2 * 3 * 4', 'p < 0.05, CD3_CD56 and 2 * 3 * 4'],
])('shows %j as it reads', (quote, plain) => {
  expect(plainQuote(quote)).toBe(plain);
});
