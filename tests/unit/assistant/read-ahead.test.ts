import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { readAhead } from '#assistant/compose/read-ahead.ts';
import { hasRead, readPassage } from '#assistant/compose/read-passage.ts';
import type { DocumentId, DocumentVersion, PassageId } from '#domain/ids.ts';
import type { RetrievedPassage } from '#domain/passage.ts';
import { askReaderOver } from '../../support/ask-reader.ts';

const text = 'CIK cells are grown for two weeks.';

function retrieved(number: number): RetrievedPassage {
  const passage = {
    id: `p${number}` as PassageId,
    documentId: 'guide' as DocumentId,
    documentVersion: 'v1' as DocumentVersion,
    ordinal: number,
    kind: 'prose' as const,
    headingPath: ['Making the cells'],
    start: 0,
    end: text.length,
    text,
    units: [{ start: 0, end: text.length, text, label: null }],
    table: null,
  };
  return { passage, title: 'Guide', score: 1, ranks: { words: 1, vectors: null }, unitCosines: null, twins: [] };
}

const passages = (count: number) => Array.from({ length: count }, (_, number) => retrieved(number));
const never = new AbortController().signal;

describe('reading passages before composing', () => {
  test('reads each once, and lets others run in between', async () => {
    const reader = askReaderOver([text]);
    const some = passages(20);
    let turns = 0;
    let isReading = true;
    const others = (async () => {
      while (isReading) {
        await setImmediate();
        turns += 1;
      }
    })();
    await readAhead(some, reader, setImmediate, never);
    isReading = false;
    await others;
    expect(turns).toBeGreaterThanOrEqual(4);
    expect(some.every((passage) => hasRead(passage, reader))).toBe(true);
    const [first] = some;
    if (!first) throw new Error('There is no passage.');
    expect(readPassage(first, reader)).toBe(readPassage({ ...first, score: 2 }, reader));
    expect(readPassage(first, reader).readGroup(first.passage.units)?.text).toBe(text);
  });

  test('reads anew for another corpus, whose words weigh otherwise', async () => {
    const [first] = passages(1);
    if (!first) throw new Error('There is no passage.');
    const [one, other] = [askReaderOver([text]), askReaderOver([text, 'Nothing of it.'])];
    await readAhead([first], one, setImmediate, never);
    expect(hasRead(first, other)).toBe(false);
    expect(readPassage(first, other)).not.toBe(readPassage(first, one));
  });

  test('stops when the turn is cancelled', async () => {
    const stop = new AbortController();
    const reader = askReaderOver([text]);
    const some = passages(12);
    const reading = readAhead(some, reader, setImmediate, stop.signal);
    stop.abort(new Error('gone'));
    await expect(reading).rejects.toThrow('gone');
    expect(some.filter((passage) => hasRead(passage, reader)).length).toBeLessThan(12);
  });
});
