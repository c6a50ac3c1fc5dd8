import { describe, expect, it } from 'vitest';
import { baseForms } from '#assistant/thesaurus/base-forms.ts';
import { createThesaurus } from '#assistant/thesaurus/create-thesaurus.ts';
import { findLine } from '#assistant/thesaurus/find-line.ts';
import { readSynset } from '#assistant/thesaurus/read-synset.ts';
import { readThesaurusFolder } from '#assistant/thesaurus/read-thesaurus-folder.ts';

describe('a line of a sorted file', () => {
  const file = Buffer.from('  licence\nab 1\nabc 2\nb 3\n');
  it.each([
    ['ab', 'ab 1'],
    ['abc', 'abc 2'],
    ['b', 'b 3'],
    ['a', null],
    ['zz', null],
  ])('%s', (key, line) => expect(findLine(file, key)).toBe(line));
});

describe('base forms', () => {
  it('undo inflection', () => {
    expect(baseForms('viruses', 'noun')).toContain('virus');
    expect(baseForms('stopping', 'verb')).toContain('stop');
    expect(baseForms('commonest', 'adj')).toContain('common');
  });
});

describe('a synset', () => {
  it('is read with its words and pointers', () => {
    const line = '00000000 04 n 02 blood_draw 0 drawing 0 002 @ 00000012 n 0000 + 00000034 v 0201 | a gloss\n';
    expect(readSynset(Buffer.from(line), 0)).toEqual({
      field: 4,
      words: ['blood draw', 'drawing'],
      pointers: [
        { symbol: '@', offset: 12, part: 'noun', source: 0, target: 0 },
        { symbol: '+', offset: 34, part: 'verb', source: 2, target: 1 },
      ],
    });
  });
});

describe('the thesaurus', () => {
  const thesaurus = createThesaurus(readThesaurusFolder());
  const strength = (word: string, other: string) =>
    thesaurus.related(word).find((related) => related.word === other)?.strength ?? 0;

  it('knows synonyms, words of one root and near neighbours', () => {
    expect(strength('upkeep', 'maintenance')).toBe(0.7);
    expect(strength('viruses', 'viral')).toBe(0.7);
    expect(strength('proof', 'evidence')).toBeGreaterThan(0);
  });
  it('does not lead from a thing to another of its kind', () => {
    expect(strength('warfarin', 'cisplatin')).toBe(0);
    expect(strength('pancreas', 'lung')).toBe(0);
  });
  it.each(['warfarin', 'pancreatic', 'pregnancy', 'rupees', 'dubai', 'kidneys'])('%s names a thing', (word) => {
    expect(thesaurus.namesThing(word)).toBe(true);
  });
  it.each(['bed', 'commonest', 'colleagues', 'sooner', 'loop'])('%s does not', (word) => {
    expect(thesaurus.namesThing(word)).toBe(false);
  });
  it('tells a word from none', () => {
    expect(['which', 'stopping', 'viruses', 'visa'].map(thesaurus.knows)).toEqual([false, true, true, true]);
    expect(['wich', 'cels', 'stomack'].map(thesaurus.knows)).toEqual([false, false, false]);
  });
  it('knows nothing of a word that is none', () => expect(thesaurus.related('xyzzyq')).toEqual([]));
});
