import { describe, expect, it } from 'vitest';
import { readEvidence } from '#evaluation/run/read-evidence.ts';

const text =
  '# Guide\n\n## Costs\n\n| Item | Price | Time |\n| --- | --- | --- |\n| Knee | 10 | 2 days |\n| Hip | 20 \\| 30 | 3 days |\n';
const passage = { passageId: 'p1', documentId: 'guide', title: 'Guide', section: 'Costs > Prices', text: '…' };
const target = { passage: async (id: string) => (id === 'p1' ? passage : null), documentText: async () => text };

function cite(quote: string, passageId = 'p1') {
  const start = text.indexOf(quote);
  const place = { n: 1, passageId, documentId: 'guide', documentVersion: 'v1', title: 'Guide', section: null };
  return readEvidence({ ...place, quote, start, end: start + quote.length }, target);
}

describe('what a citation leads to', () => {
  it('is its words under title and headings', async () => {
    expect(await cite('## Costs')).toEqual(['Guide', 'Costs', 'Prices', '## Costs']);
  });

  it('is a row with each cell under its column', async () => {
    expect(await cite('| Hip | 20 \\| 30 | 3 days |')).toEqual([
      'Guide',
      'Costs',
      'Prices',
      'Hip',
      'Price: 20 \\| 30',
      'Time: 3 days',
    ]);
  });

  it('is nothing where the passage is gone', async () => expect(await cite('## Costs', 'gone')).toBeNull());
});
