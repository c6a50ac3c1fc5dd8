import { describe, expect, test } from 'vitest';
import type { Passage } from '#domain/passage.ts';
import type { KnowledgeIndex } from '#knowledge/indexing/knowledge-index.ts';
import { rememberPassages } from '#knowledge/ranking/remember-passages.ts';
import { createCosine } from '#knowledge/vectors/remembered-cosine.ts';

const indexOf = (name: string) =>
  ({ passages: { passageId: (number: number) => `${name}-${number}` } }) as unknown as KnowledgeIndex;

describe('passages read before', () => {
  test('are not read again, until another index is in use', async () => {
    const asked: string[] = [];
    const read = rememberPassages({
      async findPassage(id) {
        asked.push(id);
        return id.endsWith('-9') ? null : ({ id } as Passage);
      },
    });
    const [first, second] = [indexOf('a'), indexOf('b')];
    const passage = await read(first, 1);
    expect(passage?.id).toBe('a-1');
    expect(await read(first, 1)).toBe(passage);
    expect((await read(second, 1))?.id).toBe('b-1');
    expect((await read(first, 1))?.id).toBe('a-1');
    expect(asked).toEqual(['a-1', 'b-1', 'a-1']);
  });

  test('are asked for again while there are none', async () => {
    let asked = 0;
    const read = rememberPassages({
      async findPassage() {
        asked += 1;
        return null;
      },
    });
    const index = indexOf('a');
    expect(await read(index, 9)).toBeNull();
    expect(await read(index, 9)).toBeNull();
    expect(asked).toBe(2);
  });
});

describe('cosines', () => {
  test('are those of the vectors, also where two labels share a place', () => {
    const size = 40_000;
    let reads = 0;
    const cosine = createCosine(
      (label) => {
        reads += 1;
        return [Math.cos(label), Math.sin(label)];
      },
      2,
      size,
    );
    const query = Float32Array.of(1, 0);
    for (const label of [0, 16_384, 0, 32_768, 39_999, 5]) {
      expect(cosine(query, label)).toBeCloseTo(Math.cos(label), 5);
    }
    expect(reads).toBe(6);
    cosine(query, 5);
    expect(reads).toBe(6);
  });
});
