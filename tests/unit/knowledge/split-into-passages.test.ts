import { describe, expect, it } from 'vitest';
import type { Passage } from '#domain/passage.ts';
import { readDocument } from '#knowledge/documents/read-document.ts';
import { plainText } from '#knowledge/passages/plain-text.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';

const encoder = new TextEncoder();

function split(text: string, file = 'guide.md') {
  const document = readDocument(encoder.encode(text), file);
  const passages = splitIntoPassages(document);
  const quotes = (passage: Passage | undefined) =>
    passage?.units.map(({ start, end }) => document.text.slice(start, end)) ?? [];
  return { document, passages, quotes, allQuotes: passages.flatMap(quotes), units: passages.flatMap((p) => p.units) };
}

describe('sections', () => {
  it('keeps the heading path without the title', () => {
    const { passages } = split('# Title\n\nIntro.\n\n## Part\n\nText.\n\n### Detail\n\nMore.\n\n## Other\n\nLast.');
    expect(passages.map((p) => [p.headingPath, p.text])).toEqual([
      [[], 'Intro.'],
      [['Part'], 'Text.'],
      [['Part', 'Detail'], 'More.'],
      [['Other'], 'Last.'],
    ]);
    expect(passages.map((p) => p.ordinal)).toEqual([0, 1, 2, 3]);
  });

  it('reads underlined headings, and headings with marks as they sound', () => {
    const { passages } = split('Title\n=====\n\nSome **bold** *part* `x`\n---\n\nText.');
    expect(passages[0]?.headingPath).toEqual(['Some bold part x']);
  });

  it('merges short paragraphs of a section and cuts long ones between sentences', () => {
    const sentence = (n: number) => `Sentence number ${n} has exactly eight words here.`;
    const long = Array.from({ length: 40 }, (_, n) => sentence(n)).join(' ');
    const { passages, units } = split(`# T\n\nOne.\n\nTwo.\n\n## Long\n\n${long}`);
    expect(passages[0]?.text).toBe('One.\n\nTwo.');
    expect(passages.length).toBeGreaterThan(3);
    expect(units.slice(2).map((u) => u.text)).toEqual(Array.from({ length: 40 }, (_, n) => sentence(n)));
    for (const passage of passages) expect(passage.text.split(/\s+/).length).toBeLessThanOrEqual(130);
  });

  it('never merges across a heading', () => {
    const { passages } = split('# T\n\n## A\n\nOne.\n\n## B\n\nTwo.');
    expect(passages.map((p) => p.text)).toEqual(['One.', 'Two.']);
  });

  it('gives the same passages for the same document, and other ids for another version', () => {
    const text = '# T\n\nOne. Two.\n\n- a\n- b';
    expect(split(text).passages).toEqual(split(text).passages);
    expect(split(text).passages[0]?.id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(split(`${text}\n\nThree.`).passages[0]?.id).not.toBe(split(text).passages[0]?.id);
  });
});

describe('questions', () => {
  it('keeps a question with its answer, list and quote included', () => {
    const { passages, quotes } = split(
      '# T\n\n## Is it safe?\n\nYes. Mostly.\n\n- One thing\n\n> Said so.\n\n### Detail\n\nX.',
    );
    expect(passages[0]?.kind).toBe('question_answer');
    expect(passages[0]?.headingPath).toEqual(['Is it safe?']);
    expect(passages[0]?.text).toMatch(/^## Is it safe\?\n\nYes\..*> Said so\.$/s);
    expect(quotes(passages[0])).toEqual(['Yes.', 'Mostly.', 'One thing', 'Said so.']);
    expect(passages[1]).toMatchObject({ kind: 'prose', headingPath: ['Is it safe?', 'Detail'] });
  });

  it('takes what stands under "Frequently asked questions" as questions', () => {
    const { passages } = split('# T\n\n## FAQ\n\nIntro.\n\n### Costs and insurance\n\nSelf-funded.');
    expect(passages.map((p) => p.kind)).toEqual(['prose', 'question_answer']);
    expect(passages[1]?.headingPath).toEqual(['FAQ', 'Costs and insurance']);
  });

  it('cuts a long answer between sentences and keeps the question on each piece', () => {
    const answer = Array.from({ length: 30 }, (_, n) => `Sentence number ${n} has exactly eight words here.`).join(' ');
    const { passages } = split(`# T\n\n## Why?\n\n${answer}`);
    expect(passages.length).toBeGreaterThan(1);
    expect(new Set(passages.map((p) => p.kind))).toEqual(new Set(['question_answer']));
    expect(passages.every((p) => p.headingPath.at(-1) === 'Why?')).toBe(true);
    expect(passages[0]?.text.startsWith('## Why?')).toBe(true);
  });

  it('reads a bold question, and a list of questions, as questions', () => {
    const bold = split('# T\n\n**Is it safe?**\n\nYes.\n\n**Is it new?**\n\nNo.').passages;
    expect(bold.map((p) => [p.kind, p.headingPath])).toEqual([
      ['question_answer', ['Is it safe?']],
      ['question_answer', ['Is it new?']],
    ]);
    const list = split('# T\n\n- Is it safe?\n\n  Yes.\n\n- Is it new?\n\n  No.');
    expect(list.passages.map((p) => [p.kind, p.headingPath, list.quotes(p)])).toEqual([
      ['question_answer', ['Is it safe?'], ['Yes.']],
      ['question_answer', ['Is it new?'], ['No.']],
    ]);
  });
});

describe('tables', () => {
  it('makes each row a passage under its columns', () => {
    const { passages, units } = split(
      '# T\n\n## Compare\n\n| Parameter | **A** | B |\n|:---|:-:|---:|\n| Time | 14–21 days | 2 \\| 3 `x` |\n| Cost | | [low](http://x.org) |',
    );
    expect(passages).toMatchObject([
      {
        kind: 'table_row',
        headingPath: ['Compare'],
        text: '| Time | 14–21 days | 2 \\| 3 `x` |',
        table: { name: 'Compare', columns: ['Parameter', 'A', 'B'], cells: ['Time', '14–21 days', '2 | 3 x'] },
      },
      { table: { cells: ['Cost', '', 'low'] } },
    ]);
    expect(units[0]?.text).toBe('Time | 14–21 days | 2 | 3 x');
  });

  it('fills ragged rows, names a table by its caption or the document, and skips empty rows', () => {
    const { passages } = split('Table 1. Doses\n\nA | B\n-|-\n1\n2 | 3 | 4\n| | |');
    expect(passages.slice(1).map((p) => p.table)).toEqual([
      { name: 'Table 1. Doses', columns: ['A', 'B', ''], cells: ['1', '', ''] },
      { name: 'Table 1. Doses', columns: ['A', 'B', ''], cells: ['2', '3', '4'] },
    ]);
    expect(split('| A |\n|---|\n| 1 |', 'my-guide.md').passages[0]?.table?.name).toBe('my guide');
  });
});

describe('lists', () => {
  it('groups items, never cutting one, and takes along the line that announces them', () => {
    const item = (n: number) => `- Item ${n} says ${'word '.repeat(25).trim()}.`;
    const items = Array.from({ length: 10 }, (_, n) => item(n));
    const { passages } = split(`# T\n\nThese are:\n\n${items.join('\n')}`);
    expect(passages[0]?.text.startsWith('These are:\n\n- Item 0')).toBe(true);
    expect(passages.every((p) => p.kind === 'list')).toBe(true);
    expect(passages.flatMap((p) => p.text.match(/^- Item \d/gm) ?? [])).toHaveLength(10);
  });

  it('reads nested lists and paragraphs within items in order', () => {
    const { allQuotes } = split('# T\n\n1. First.\n\n   Still first.\n   - inner *one*\n   - inner two\n2) Second');
    expect(allQuotes).toEqual(['First.', 'Still first.', 'inner *one*', 'inner two', 'Second']);
  });
});

describe('labels', () => {
  it('leaves the label of a sentence outside its quote', () => {
    const { units, allQuotes } = split('# T\n\n- **Label:** Sentence one is here. Sentence two.');
    expect(allQuotes).toEqual(['Sentence one is here.', 'Sentence two.']);
    expect(units.map((u) => u.label)).toEqual(['Label', 'Label']);
  });

  it.each([
    ['- **CIK + chemo:** ~70–76%', '**CIK + chemo:** ~70–76%', 'CIK + chemo: ~70–76%', 'CIK + chemo'],
    [
      '- **CAR-T (HCC)**: Investigational only',
      '**CAR-T (HCC)**: Investigational only',
      'CAR-T (HCC): Investigational only',
      'CAR-T (HCC)',
    ],
    ['- **CRS:** Not observed.', '**CRS:** Not observed.', 'CRS: Not observed.', 'CRS'],
  ])('quotes a bare value with its label: %s', (source, quote, text, label) => {
    const { units, allQuotes } = split(`# T\n\n${source}`);
    expect(allQuotes).toEqual([quote]);
    expect(units[0]).toMatchObject({ text, label });
  });

  it('takes a figure in bold before a dash into the sentence', () => {
    const { units, allQuotes } = split('# T\n\n- **100+** — RCTs published on CIK. The largest base.');
    expect(allQuotes).toEqual(['**100+** — RCTs published on CIK.', 'The largest base.']);
    expect(units[0]).toMatchObject({ text: '100+ — RCTs published on CIK.', label: null });
  });
});

describe('sentences', () => {
  it.each([
    ['Seen e.g. CD19 in ALL. Next.', ['Seen e.g. CD19 in ALL.', 'Next.']],
    [
      'Lee et al. (Lancet, 2015) found it. So did Pan et al. The rest did not.',
      ['Lee et al. (Lancet, 2015) found it.', 'So did Pan et al.', 'The rest did not.'],
    ],
    [
      'CIK vs. CAR-T is asked. Dr. J. Smith said approx. 1.5 mg (see Fig. 2) is fine.',
      ['CIK vs. CAR-T is asked.', 'Dr. J. Smith said approx. 1.5 mg (see Fig. 2) is fine.'],
    ],
    [
      'Given in advanced CRC. 3-year survival was 12%. ~70% lived.',
      ['Given in advanced CRC.', '3-year survival was 12%.', '~70% lived.'],
    ],
    [
      'It was better.[1] It was faster.¹ No. 5 is next. Is it? No. It is not.',
      ['It was better.[1]', 'It was faster.¹', 'No. 5 is next.', 'Is it?', 'No.', 'It is not.'],
    ],
    [
      'He has hepatitis B. It is treated in the U.S. Food is fine.',
      ['He has hepatitis B.', 'It is treated in the U.S. Food is fine.'],
    ],
    ['She said “stop.” Then he left! Really?', ['She said “stop.”', 'Then he left!', 'Really?']],
    ['ไม่มีจุด ภาษาไทย', ['ไม่มีจุด ภาษาไทย']],
    ['这是第一句。这是第二句！', ['这是第一句。', '这是第二句！']],
    ['هل هو آمن؟ نعم.', ['هل هو آمن؟', 'نعم.']],
    ['A fragment without an end', ['A fragment without an end']],
  ])('%s', (source, expected) => {
    expect(split(`# T\n\n${source}`).allQuotes).toEqual(expected);
  });

  it('quotes whole marks, never half of one', () => {
    const { allQuotes, units } = split(
      '# T\n\n**Bold one.** Then [a link. With two](http://x.org/y_z) goes on. **Two. Three.** *Em* end.',
    );
    expect(allQuotes).toEqual([
      '**Bold one.**',
      'Then [a link. With two](http://x.org/y_z) goes on.',
      'Two.',
      'Three.',
      '*Em* end.',
    ]);
    expect(units.map((u) => u.text)[1]).toBe('Then a link. With two goes on.');
  });

  it('resolves escapes, entities, code and line ends, and leaves out images, tags and footnote marks', () => {
    const { units, document, passages } = split(
      '# T\n\n> First \\*star\\* &amp; &lt;5% &copy; 😀 `a  b`\n> on CD3<sup>+</sup> cells.[^1] ![alt](x.png)Second&nbsp;one.\n\n[^1]: Lee, 2015.',
    );
    expect(units.map((u) => u.text)).toEqual([
      'First *star* & <5% © 😀 a b on CD3+ cells.',
      'Second one.',
      'Lee, 2015.',
    ]);
    const [first, second, third] = units.map((u) => document.text.slice(u.start, u.end));
    expect(first).toBe('First \\*star\\* &amp; &lt;5% &copy; 😀 `a  b`\n> on CD3<sup>+</sup> cells.');
    expect(second).toBe('Second&nbsp;one.');
    expect(third).toBe('Lee, 2015.');
    expect(passages.every((p) => p.kind === 'prose')).toBe(true);
  });

  it('reads HTML blocks and code lines, without scripts and comments', () => {
    const { units } = split(
      '# T\n\n<div class="a"><p>One here.<!-- not this --> Two</p><script>var x = "no. No.";</script>\n<b>Three</b> &amp; four.</div>\n\n```\nday 1: draw\n\nday 21: infuse\n```\n\nEnd.',
    );
    expect(units.map((u) => u.text)).toEqual([
      'One here.',
      'Two',
      'Three & four.',
      'day 1: draw',
      'day 21: infuse',
      'End.',
    ]);
  });

  it('keeps a sentence of any length whole', () => {
    const long = `${'word '.repeat(400)}end.`;
    expect(split(`# T\n\n${long}`).allQuotes).toEqual([long]);
  });
});

it('drops footnote marks and keeps footnotes, however short', () => {
  const { units } = split(
    '# T\n\nShown in trials.[^1] Seen twice[^2] so far.\n\n[^1]: Lee.\n[^2]: Pan et al., Oncotarget 2015.',
  );
  expect(units.map((u) => u.text)).toEqual([
    'Shown in trials.',
    'Seen twice so far.',
    'Lee.',
    'Pan et al., Oncotarget 2015.',
  ]);
});

describe('plain text', () => {
  it('reads nothing into the characters', () => {
    const source = '# not a heading\n\n*p < 0.05 and _x_ | y\nwrapped line. Next **one**.\n\n1. Take it\n2. Rest';
    const { document, passages, allQuotes } = split(source, 'notes.txt');
    expect(document.title).toBe('notes');
    expect(document.text).toBe(source);
    expect(allQuotes).toEqual([
      '# not a heading',
      '*p < 0.05 and _x_ | y\nwrapped line.',
      'Next **one**.',
      '1. Take it',
      '2. Rest',
    ]);
    expect(passages.every((p) => p.headingPath.length === 0 && p.kind === 'prose')).toBe(true);
  });

  it('ends sentences at line ends when lines are too long to be wrapped, and leaves out round bullets', () => {
    const line =
      'A line without an end that goes on and on, far longer than anybody would wrap by hand, until it stops here and there and so on';
    expect(split(`${line}\n${line}\n\n  • point one\n  • point two`, 'n.txt').allQuotes).toEqual([
      line,
      line,
      'point one',
      'point two',
    ]);
  });
});

describe('plainText', () => {
  it('gives the text of a unit for its quote', () => {
    const { document, units } = split(
      '# T\n\n**Bold** &amp; \\*x\\* [link](u) `c`.\n\n- **Label:** ~70%\n- 1\\. first\n\n> a\n> b.\n\n+13% more. 1. x',
    );
    for (const unit of units) expect(plainText(document.text.slice(unit.start, unit.end))).toBe(unit.text);
  });
});
