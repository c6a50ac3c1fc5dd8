import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '#domain/passage.ts';
import { parseMarkdown } from '#knowledge/documents/parse-markdown.ts';
import { readDocument } from '#knowledge/documents/read-document.ts';
import { parseBlocks } from '#knowledge/passages/parse-blocks.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';

const encoder = new TextEncoder();
const read = (text: string, file: string) => readDocument(encoder.encode(text), file);

function checkOffsets(text: string, passages: readonly Passage[]): void {
  let end = 0;
  for (const [index, passage] of passages.entries()) {
    expect(passage.ordinal).toBe(index);
    expect(passage.start).toBeGreaterThanOrEqual(end);
    expect(text.slice(passage.start, passage.end)).toBe(passage.text);
    expect(passage.units.length).toBeGreaterThan(0);
    let unitEnd = passage.start;
    for (const unit of passage.units) {
      expect(unit.start).toBeGreaterThanOrEqual(unitEnd);
      expect(unit.end).toBeLessThanOrEqual(passage.end);
      const quote = text.slice(unit.start, unit.end);
      expect(quote).not.toBe('');
      expect(quote.trim()).toBe(quote);
      expect(quote).not.toMatch(/\p{Surrogate}/u);
      expect(unit.text).not.toMatch(/\n|^\s|\s$/);
      unitEnd = unit.end;
    }
    end = passage.end;
  }
}

/** Anything that Markdown could stumble over, in any order. */
const snippet = fc.constantFrom(
  ...[
    '# ',
    '## Is it?\n',
    '\n',
    '\n\n',
    '- ',
    '  - ',
    '1. ',
    '> ',
    '**',
    '*',
    '_',
    '`',
    '```\n',
    '~~~\n',
    '|',
    '|---|\n',
  ],
  ...[
    '| a | b |\n|---|---|\n| 1 | 2 |\n',
    '[a. B](u)',
    '![i](x)',
    '[^1]',
    '[^1]: Note.\n',
    '[r]: http://x.org\n',
    '[t][r]',
  ],
  ...[
    '&amp;',
    '&nope;',
    '&NotEqualTilde;',
    '\\*',
    '\\',
    '<b>',
    '</b>',
    '<div>\n',
    '<!--',
    '-->',
    '<script>',
    '~~old~~',
  ],
  ...[
    '😀',
    '𝒳.',
    'é',
    'ไทย ',
    '中文。',
    'هل؟ ',
    'Word. ',
    'et al. ',
    'e.g. ',
    '1.5 mg',
    ' ',
    '\t',
    '    ',
    '\r\n',
    '---\n',
    '===\n',
  ],
  ...['**Label:** ', '~70%', 'x'],
);
const anyMarkdown = fc.array(snippet, { minLength: 1, maxLength: 40 }).map((parts) => `Start ${parts.join('')}`);

describe('any text', () => {
  it.each(['a.md', 'a.txt', 'a.html'])(
    'gives quotes that are verbatim, inside their passages and apart: %s',
    (file) => {
      fc.assert(
        fc.property(anyMarkdown, (source) => {
          let document: ReturnType<typeof read>;
          try {
            document = read(source, file);
          } catch {
            return;
          }
          const passages = splitIntoPassages(document);
          checkOffsets(document.text, passages);
          expect(splitIntoPassages(read(source, file))).toEqual(passages);
          expect(new Set(passages.map((p) => p.id)).size).toBe(passages.length);
        }),
        { numRuns: 150 },
      );
    },
  );

  it('is parsed in pieces as it would be whole', () => {
    interface Node {
      readonly type: string;
      readonly value?: string;
      readonly position?: ReturnType<typeof parseBlocks>[number]['position'];
      readonly children?: readonly Node[];
    }
    const outline = ({ type, value, position, children }: Node): unknown => [
      type,
      value,
      position?.start.offset,
      position?.end.offset,
      children?.map(outline),
    ];
    const block = fc.oneof(
      anyMarkdown,
      fc.constantFrom(
        '# Head',
        '## Head two ',
        'Plain text here\nand there',
        '- a\n- b',
        '> q',
        '    code',
        'A | B\n-|-\n1 | 2',
      ),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        // A footnote of one word reads as a link target when parsed whole; both ways it gives the same units.
        const text = blocks.join('\n\n').replaceAll('\r', '').replaceAll('[^1]: ', '');
        expect(parseBlocks(text).map(outline)).toEqual(parseMarkdown(text).children.map(outline));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a document made of known sentences', () => {
  const word = fc.constantFrom(
    'cells',
    'given',
    'CD3+',
    '14–21',
    '1.5',
    'α',
    '中',
    '😀',
    '`code`',
    '**bold**',
    '*em*',
    '[link](u)',
    '&amp;',
  );
  const sentence = (id: string) =>
    fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `S${id} ${words.join(' ')} end${id}.`);
  const blockOf = (id: string) =>
    fc.oneof(
      fc.array(sentence(id), { minLength: 1, maxLength: 12 }).map((list) => list.join(' ')),
      fc.array(sentence(id), { minLength: 1, maxLength: 8 }).map((list) => list.map((item) => `- ${item}`).join('\n')),
      fc.array(sentence(id), { minLength: 1, maxLength: 4 }).map((list) => list.map((item) => `> ${item}`).join('\n')),
      fc
        .array(sentence(id), { minLength: 1, maxLength: 5 })
        .map((list) => `| Head |\n|---|\n${list.map((item) => `| ${item} |`).join('\n')}`),
      fc.constant(`## Heading ${id}`),
      fc.constant(`### Question ${id}?`),
    );

  it('has every sentence in exactly one unit of one passage', () => {
    fc.assert(
      fc.property(fc.tuple(...Array.from({ length: 8 }, (_, n) => blockOf(String(n)))), (blocks) => {
        const document = read(`# Title\n\n${blocks.join('\n\n')}`, 'a.md');
        const passages = splitIntoPassages(document);
        checkOffsets(document.text, passages);
        const units = passages.flatMap((p) => p.units.map((u) => document.text.slice(u.start, u.end)));
        const sentences = blocks.flatMap((block) => block.match(/S\d .*? end\d\./g) ?? []);
        expect(units.map((unit) => unit.replace(/^\| | \|$/g, ''))).toEqual(sentences);
      }),
      { numRuns: 100 },
    );
  });
});

it('splits a megabyte of guides in time that grows with its length', async () => {
  const guide = read(await readFile('corpus/cik-vs-car-t.md', 'utf8'), 'a.md');
  const ofChars = (chars: number) => ({ ...guide, text: `${guide.text}\n\n`.repeat(chars / guide.text.length) });
  const cpuMs = (chars: number) => {
    const document = ofChars(chars);
    const before = process.cpuUsage();
    expect(splitIntoPassages(document).length).toBeGreaterThan(chars / 1000);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  cpuMs(200_000);
  const [quarter, whole] = [cpuMs(250_000), cpuMs(1_000_000)];
  // About 800 ms on one quiet core; the margin is for shared ones. Quadratic work would take 16 times the quarter.
  expect(whole).toBeLessThan(5000);
  expect(whole).toBeLessThan(quarter * 10 + 500);
});
