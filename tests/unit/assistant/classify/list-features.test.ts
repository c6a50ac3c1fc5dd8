import { beforeAll, describe, expect, it } from 'vitest';
import { createFeatureReader } from '#assistant/screen/classify/list-features.ts';
import { createMessageReader, type ReadMessage } from '#assistant/screen/read-message.ts';
import { readRules } from '#assistant/screen/read-rules.ts';

describe('the features of a message', () => {
  let read: (message: string) => ReadMessage;
  beforeAll(async () => {
    read = createMessageReader(await readRules('prompts/screen'));
  });
  const names = (message: string, from?: number, to?: number): string[] => {
    const reader = createFeatureReader(read(message), new Set(['should', 'i', 'my']));
    return [...reader.list(from ?? 0, to ?? reader.sentences).keys()];
  };

  it('are words, sequences, gaps, pieces, skeletons, lengths and rules, with kin and numbers as classes', () => {
    const found = names('Should I stop my 3 tablets for my mum?');
    for (const name of ['w:stop', '2:should i', 'q2:should i', 'k:<s> _ i', 'c:^sto', 's3:should i X', 'questions:1']) {
      expect(found).toContain(name);
    }
    expect(found).toContain('2:my #');
    expect(found).toContain('2:KIN ?');
    expect(found.filter((name) => name.startsWith('r:own.'))).not.toEqual([]);
  });

  it('list no pieces of the commonest words', () => {
    expect(names('should i')).not.toContain('c:^sh');
  });

  it('of a window are those of its sentences and of the rules that fired there', () => {
    const message = 'What is CIK? He is not breathing.';
    expect(names(message, 0, 1).some((name) => name.startsWith('r:breathing') || name === 'w:breathing')).toBe(false);
    expect(names(message, 1, 2)).toContain('w:breathing');
    expect(names(message, 1, 2).filter((name) => name.startsWith('r:'))).not.toEqual([]);
    expect(names(message, 1, 2)).not.toContain('w:cik');
  });

  it('say where each was seen first', () => {
    const heard = read('What is CIK? He is not breathing.');
    const reader = createFeatureReader(heard, new Set());
    const at = reader.list(0, 2).get('w:breathing') ?? -1;
    expect(heard.view.tokens[at]?.word).toBe('breathing');
  });

  it('are there for a message of thousands of words, in no time', () => {
    expect(names('word '.repeat(4000)).length).toBeLessThan(200);
  });
});
