import { describe, expect, it } from 'vitest';
import { deriveDocumentId } from '#knowledge/documents/derive-document-id.ts';
import { DocumentProblem } from '#knowledge/documents/document-problem.ts';
import { MAX_DOCUMENT_BYTES, readDocument } from '#knowledge/documents/read-document.ts';

const read = (source: string | Uint8Array, file = 'folder/a-guide.md') =>
  readDocument(typeof source === 'string' ? new TextEncoder().encode(source) : source, file);

function problemOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof DocumentProblem) return error.message;
    throw error;
  }
  return 'no problem';
}

describe('front matter', () => {
  it('is read, trimmed and taken off the text; what is missing is null', () => {
    const document = read(
      '---\nid: what-is.cik/2\ntitle: "  What is CIK? "\nkind: null\ntopic:\nreviewedOn: 2026-06-02\nextra: [1]\n---\n\n# Heading\n\nText.\n',
    );
    expect(document).toMatchObject({
      id: 'what-is.cik/2',
      title: 'What is CIK?',
      kind: null,
      topic: null,
      url: null,
      source: null,
      reviewedBy: null,
      reviewedOn: '2026-06-02',
      reviewBy: null,
      language: null,
      status: 'published',
      text: '# Heading\n\nText.',
      format: 'markdown',
    });
    expect(document.version).toMatch(/^[0-9a-f]{64}$/);
    expect(document).not.toHaveProperty('extra');
  });

  it('may be absent: the id comes from the path, the title from the first heading or the file', () => {
    expect(read('Intro.\n\n## The *first* heading\n')).toMatchObject({
      id: 'folder/a-guide',
      title: 'The first heading',
    });
    expect(read('Text.')).toMatchObject({ title: 'a guide' });
    expect(read('---\nA text between two rules.\n\n---\n\nMore.').text).toMatch(/^---\nA text/);
  });

  it.each([
    ['---\nreviewedOn: 02.06.2026\n---\nx', 'reviewedOn is not a date'],
    ['---\nreviewBy: 2026-02-30\n---\nx', 'reviewBy is not a date'],
    ['---\nstatus: retired\n---\nx', 'status is none of draft, published, withdrawn'],
    ['---\nid: a b\n---\nx', 'id may hold'],
    ['---\nid: a/../b\n---\nx', 'id has an empty'],
    ['---\ntitle: [a]\n---\nx', 'title is not a single text'],
    ['---\nurl: "javascript:alert(1)"\n---\nx', 'url is not an http'],
    ['---\ntitle: a\ntitle: b\n---\nx', 'Map keys must be unique'],
    ['---\ntitle: [a\n---\nx', 'at line 3'],
    ['---\nstatus: withdrawn\n\nNever closed.', 'has no closing ---'],
  ])('is refused with its key and reason: %j', (source, reason) => {
    const message = problemOf(() => read(source));
    expect(message).toContain('folder/a-guide.md');
    expect(message).toContain(reason);
  });

  it('keeps scalars as they are written', () => {
    expect(read('---\nid: 007\ntopic: yes\nsource: 1.10\n---\nx')).toMatchObject({
      id: '007',
      topic: 'yes',
      source: '1.10',
    });
  });
});

describe('version', () => {
  it('depends on what is said and shown, not on how the file is written', () => {
    const version = (source: string) => read(source).version;
    const base = version('---\nid: a\ntitle: T\n---\nText.');
    expect(version('\uFEFF---\r\ntitle: T\r\nid: a\r\nother: 1\r\n---\r\n\r\nText.\r\n')).toBe(base);
    expect(version('---\nid: a\ntitle: T\n---\nText!')).not.toBe(base);
    expect(version('---\nid: a\ntitle: U\n---\nText.')).not.toBe(base);
    expect(version('---\nid: a\ntitle: T\nstatus: withdrawn\n---\nText.')).not.toBe(base);
  });
});

describe('bytes', () => {
  it('are read as UTF-8, UTF-16 with its mark, or windows-1252 where that fits', () => {
    expect(read('cafe\u0301\r\nx\ry').text).toBe('caf\u00e9\nx\ny');
    expect(read(Buffer.from('\uFEFFT ☃', 'utf16le')).text).toBe('T ☃');
    expect(read(Buffer.from('\uFEFFT ☃', 'utf16le').swap16()).text).toBe('T ☃');
    const western = Buffer.from('Le café est “bon” — dit-il, à Genève.', 'latin1');
    expect(
      read(Buffer.concat([Buffer.from('Un texte: '), Buffer.from([0x93]), western.subarray(0, 7), Buffer.from([0x94])]))
        .text,
    ).toBe('Un texte: “Le café”');
  });

  it.each([
    ['is empty', new Uint8Array()],
    ['has no text', Buffer.from(' \n\n')],
    ['has no text', Buffer.from('---\nid: a\n---\n')],
    ['is binary', Buffer.from('a\0b')],
    ['is larger than 10 MiB', new Uint8Array(MAX_DOCUMENT_BYTES + 1).fill(97)],
    // Cyrillic in windows-1251, and UTF-8 cut in the middle of a character
    ['no other encoding fits', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0])],
    ['no other encoding fits', Buffer.concat([Buffer.from('“quoted” text – '), Buffer.from([0xe2, 0x80])])],
  ])('%s', (reason, bytes) => {
    expect(problemOf(() => read(bytes))).toContain(reason);
  });

  it('of another format are refused', () => {
    expect(problemOf(() => read('x', 'a.pdf'))).toContain('a.pdf: is not a .md');
  });

  it('misread once before are read again', () => {
    expect(read('# T\n\nIt takes 14โ€“21 days โ€” or more.').text).toContain('14–21 days — or more.');
  });
});

describe('HTML', () => {
  const page = `<!doctype html><html lang="en"><head><title> The  page </title><link rel="canonical" href="https://x.org/p">
    <meta name="reviewedOn" content="2026-01-02"><style>p{}</style></head><body><header>Site</header><nav>Menu</nav>
    <h1>What is <em>it</em>?</h1><p>Below &lt;5% [1] and ~70% to ~80%. See <a href="/x">the page</a>.</p>
    <p hidden>secret</p><p style="display: none">secret</p><span aria-hidden="true">secret</span><del>struck</del>
    <ul><li><b>Label:</b> <span class="material-icons">check_circle</span>text</li></ul>
    <table><caption>Doses</caption><tr><th>A|B</th><th>C</th></tr><tr><td>1 [2]</td><td>x<br>y</td></tr></table>
    <details><summary>Is it safe?</summary><p>Yes.</p></details>
    <script>alert("x")</script><footer>Legal</footer></body></html>`;

  it('becomes the Markdown of what a reader reads', () => {
    const { text, ...metadata } = read(page, 'p.html');
    expect(metadata).toMatchObject({
      id: 'p',
      title: 'The page',
      language: 'en',
      url: 'https://x.org/p',
      reviewedOn: '2026-01-02',
    });
    expect(text).toBe(
      [
        '# What is *it*?',
        'Below <5% \\[1] and ~70% to ~80%. See the page.',
        '- **Label:** text',
        '**Doses**',
        '| A\\|B | C |\n| - | - |\n| 1 [2] | x y |',
        '**Is it safe?**',
        'Yes.',
      ].join('\n\n'),
    );
  });

  it('that names its main part is read there alone, and front matter outranks the page', () => {
    const source =
      '---\ntitle: Mine\n---\n<title>Page</title><body><p>Before</p><main><header><h1>In</h1></header><p>Inside.</p></main></body>';
    expect(read(source, 'p.htm')).toMatchObject({ title: 'Mine', text: '# In\n\nInside.' });
  });

  it('nested without end is refused', () => {
    expect(problemOf(() => read(`${'<div>'.repeat(20_000)}x`, 'deep.html'))).toContain('nested too deeply');
  });
});

describe('ids from paths', () => {
  it.each([
    ['Guides/What is CIK?.md', 'guides/what-is-cik'],
    ['Résumé (1).markdown', 'resume-1'],
    ['a.b_c.txt', 'a.b_c'],
  ])('%s', (path, id) => expect(deriveDocumentId(path)).toBe(id));

  it('stay apart where a slug cannot tell, and short', () => {
    const paths = [
      'การรักษา.md',
      'มะเร็ง.md',
      'x/การรักษา CIK.md',
      'x/มะเร็ง CIK.md',
      `${'long/'.repeat(30)}a.md`,
      `${'long/'.repeat(30)}b.md`,
    ];
    const ids = paths.map(deriveDocumentId);
    expect(new Set(ids).size).toBe(paths.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/);
  });
});
