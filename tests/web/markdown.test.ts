import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Span } from '../../src/web/page/markdown/blocks.ts';
import { linesOf } from '../../src/web/page/markdown/lines.ts';
import { parseBlocks } from '../../src/web/page/markdown/parse-blocks.ts';
import { type Inline, parseInline } from '../../src/web/page/markdown/parse-inline.ts';

const parse = (text: string): Block[] => parseBlocks(text, linesOf(text));

/** Where every word that is shown stands in the source, in the order it is shown. */
function shownSpans(text: string, blocks: readonly Block[]): Span[] {
  const words = (pieces: readonly Inline[]): Span[] =>
    pieces.flatMap((piece) => (piece.kind === 'text' ? [piece] : words(piece.inner)));
  const lines = (spans: readonly Span[]): Span[] => spans.flatMap((span) => words(parseInline(text, span)));
  const spansOf = (block: Block): Span[] => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return lines(block.lines);
      case 'code':
        return [...block.lines];
      case 'quote':
        return shownSpans(text, block.blocks);
      case 'list':
        return block.items.flatMap((item) => shownSpans(text, item));
      case 'table':
        return lines([block.head, ...block.rows].flat());
      case 'rule':
        return [];
    }
  };
  return blocks.flatMap(spansOf);
}

const shownText = (text: string): string =>
  shownSpans(text, parse(text))
    .map(({ start, end }) => text.slice(start, end))
    .join('');
const kinds = (text: string): string[] => parse(text).map(({ kind }) => kind);

const corpus = readdirSync('corpus').filter((name) => name.endsWith('.md'));

describe('the document text', () => {
  it.each(corpus)('loses no word of %s', (name) => {
    const text = readFileSync(join('corpus', name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
    const wordsOnly = (words: string): string => words.replace(/\]\([^)]*\)/g, '').replace(/[^\p{L}]/gu, '');
    expect(wordsOnly(shownText(text))).toBe(wordsOnly(text));
  });

  it('keeps every word in its place, in order, whatever the text', () => {
    const mark = fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '> ',
      '|',
      '---',
      '**',
      '*',
      '_',
      '`',
      '[',
      '](',
      ')',
      '\\',
      '\n',
      '\n\n',
      '  ',
      'a',
      'é',
      '7',
      '```',
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of shownSpans(text, parse(text))) {
          if (start < last || end < start || end > text.length) return false;
          last = end;
        }
        return true;
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['## A heading ##\ntext', ['heading', 'paragraph']],
    ['a\n- b\n- c\n\n  d\n\ne', ['paragraph', 'list', 'paragraph']],
    ['3. b\n4. c', ['list']],
    ['- b\n1. c', ['list', 'list']],
    ['| a | b |\n|---|:-:|\n| c | d |\n\ne', ['table', 'paragraph']],
    ['> a\n> - b\n\nc', ['quote', 'paragraph']],
    ['***\n```\n# code\n```\nb', ['rule', 'code', 'paragraph']],
    ['a | b\nno table', ['paragraph']],
  ])('reads %j as %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['**bold *both* bold** and `a * b`', 'bold both bold and a * b'],
    ['[label](https://example.org "title") \\*plain\\*', 'label *plain*'],
    ['CD3+CD56+ <5% & >10%', 'CD3+CD56+ <5% & >10%'],
  ])('shows %j as %j', (text, expected) => {
    expect(shownText(text)).toBe(expected);
  });
});
