import { describe, expect, it } from 'vitest';
import { findDisagreement } from '#assistant/evidence/find-disagreement.ts';
import { areCompatible, findFigures } from '#assistant/evidence/find-figures.ts';
import { evidenceRules } from '../../support/ask-reader.ts';
import { candidatesOf } from '../../support/candidates-of.ts';

const figuresIn = (text: string) => findFigures(text, evidenceRules.figures);

describe('figures', () => {
  it('are read with their unit, range and direction', () => {
    expect(figuresIn('It takes 2–6 weeks.')).toMatchObject([{ kind: 'duration', low: 14, high: 42 }]);
    expect(figuresIn('HR ~0.75 for OS')).toMatchObject([{ kind: 'hazard_ratio', low: 0.75, high: 0.75 }]);
    expect(figuresIn('Response: ~52–64%')).toMatchObject([{ kind: 'percent', low: 52, high: 64, isChange: false }]);
    expect(figuresIn('Pain was 12% lower')).toMatchObject([{ kind: 'percent', low: 12, isChange: true }]);
    expect(figuresIn('USD 80,000–465,000')).toMatchObject([{ kind: 'price', low: 80_000, high: 465_000 }]);
  });

  it('agree when equal or when one number lies within the other range', () => {
    const [range, within, other, beside] = ['14–21 days', '2 weeks', '2–6 weeks', '5 weeks'].map(
      (text) => figuresIn(text)[0]!,
    );
    expect(areCompatible(range!, within!)).toBe(true);
    expect(areCompatible(range!, other!)).toBe(false);
    expect(areCompatible(range!, beside!)).toBe(false);
  });
});

function other(question: string, chosen: string, documents: readonly string[]): string | null {
  const { ask, reader, candidates, find } = candidatesOf(question, documents);
  const found = findDisagreement(ask, [find(chosen)], candidates, reader, evidenceRules.figures);
  return found?.other.text ?? null;
}

describe('another source is shown', () => {
  const question = 'How long is the splint worn?';
  const first = '# One\n\nThe splint is worn for 3–4 weeks.';

  it('when it gives another figure for the same thing', () => {
    const second = '# Two\n\nThe splint is worn for 6–8 weeks.';
    expect(other(question, 'The splint', [first, second])).toBe('The splint is worn for 6–8 weeks.');
  });

  it.each([
    ['the same figure', 'The splint is worn for 21–28 days.'],
    ['another thing', 'The bandage is worn for 6–8 weeks.'],
    ['another kind of figure', 'The splint is worn by 20% of people.'],
    ['a condition of its own', 'The rigid metal splint after fracture surgery is worn for 6–8 weeks.'],
  ])('but not for %s', (_, sentence) => {
    expect(other(question, 'The splint', [first, `# Two\n\n${sentence}`])).toBeNull();
  });

  it('not for another disease or another time', () => {
    const asked = 'What is 1-year survival in lung cancer?';
    const lung = '# One\n\nThe 1-year survival in lung cancer was 50–60%.';
    const gastric = '# Two\n\nThe 1-year survival in gastric cancer was 70–80%.';
    const later = '# Three\n\nThe 3-year survival in lung cancer was 20–30%.';
    const differs = '# Four\n\nThe 1-year survival in lung cancer was 40–45%.';
    expect(other(asked, 'The 1-year survival in lung', [lung, gastric, later])).toBeNull();
    expect(other(asked, 'The 1-year survival in lung', [lung, gastric, later, differs])).toContain('40–45%');
  });
});
