import { describe, expect, it } from 'vitest';
import { findCaveat, limits } from '#assistant/evidence/find-caveat.ts';
import { statesEffect } from '#assistant/evidence/states-effect.ts';
import { evidenceRules } from '../../support/ask-reader.ts';
import { candidatesOf } from '../../support/candidates-of.ts';

const rules = evidenceRules.figures;

const DOCUMENT = `# Splints

## Results

Response was seen in 40–50% of people. Swelling was not observed. Making a splint takes 14–21 days.

It costs 200 euros. Response rates must be interpreted in the light of who was studied.

## Limitations

- **Small trials:** Most trials were open-label and enrolled fewer than 80 people.
- **Many visits:** The splint has to be fitted again and again.

## Lung cancer

In lung cancer the trials were small, so the effect is uncertain.
`;

describe('a figure of effect or harm', () => {
  it.each([
    ['Response was seen', true],
    ['Swelling was not', true],
    ['Making a splint', false],
    ['It costs', false],
  ])('%s: %s', (start, is) => {
    expect(statesEffect(candidatesOf('', [DOCUMENT]).find(start), rules)).toBe(is);
  });
});

describe('a caveat', () => {
  const { candidates, find } = candidatesOf('', [DOCUMENT]);
  const limitations = candidates.filter((candidate) => limits(candidate, rules));

  it('is a sentence that limits the evidence, not one that is merely tiresome', () => {
    expect(limitations.map(({ text }) => text.slice(0, 14))).toEqual([
      'Response rates',
      'Small trials: ',
      'In lung cancer',
    ]);
  });

  it('is the nearest: of the same section before that of another, never of another disease', () => {
    const figure = find('Response was seen');
    expect(findCaveat(figure, [figure], limitations, rules)?.text).toMatch(/^Response rates must/u);
    expect(findCaveat(figure, [figure], limitations.slice(1), rules)?.text).toMatch(/^Small trials/u);
    expect(findCaveat(figure, [figure], limitations.slice(2), rules)).toBeNull();
  });

  it('is not added to one that is said already', () => {
    const figure = find('Response was seen');
    expect(findCaveat(figure, [figure, find('Small trials')], limitations, rules)).toBeNull();
  });
});
