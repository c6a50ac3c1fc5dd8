import { describe, expect, it, vi } from 'vitest';
import { accompany } from '#assistant/evidence/accompany.ts';
import { inTurn } from '#assistant/turn/in-turn.ts';
import { candidatesOf } from '../../support/candidates-of.ts';
import { sampleRevision } from '../../support/document-samples.ts';

const RESULTS = '# Splints\n\nResponse was seen in 40–50% of people.';
const LIMITS = '# What is known\n\n## Limitations\n\nMost splint trials were small and open-label.';
const question = 'In how many people was response seen?';

/** Documents of the given topics, the first of which the answer is taken from. */
function setUp(topics: readonly (string | null)[], documents: readonly string[]) {
  const { ask, reader, passages, candidates } = candidatesOf(question, documents);
  const of = (version: string) => Number(version.replace('version-', ''));
  const ranks = { words: null, vectors: null };
  const retrieved = passages.map((passage) => ({ passage, title: '', score: 1, ranks, unitCosines: null, twins: [] }));
  const source = {
    passagesOf: vi.fn(async (_: string, version: string) => passages.filter((p) => p.documentVersion === version)),
    document: async (id: never, version: string) => sampleRevision({ id, topic: topics[of(version)] ?? null }),
    retrieve: vi.fn(async () => retrieved),
  };
  const chosen = candidates.filter(({ text }) => text.startsWith('Response was seen'));
  const run = () => accompany(ask, chosen, retrieved, reader, source, AbortSignal.any([]));
  return { run, source, chosen };
}

const roles = ({ sentences }: Awaited<ReturnType<typeof accompany>>) =>
  sentences.map(({ role, candidate }) => [role, candidate.text]);
const caveat = ['caveat', 'Most splint trials were small and open-label.'];

describe('a caveat', () => {
  it('comes from the document itself, and is read once', async () => {
    const { run, source } = setUp(['a'], [`${RESULTS}\n\n${LIMITS.slice(LIMITS.indexOf('##'))}`]);
    expect(roles(await run())[1]).toEqual(caveat);
    expect(roles(await run())[1]).toEqual(caveat);
    expect(source.passagesOf).toHaveBeenCalledTimes(1);
    expect(source.retrieve).not.toHaveBeenCalled();
  });

  it('comes from another document of the topic where there is none', async () => {
    expect(roles(await setUp(['a', 'a'], [RESULTS, LIMITS]).run())[1]).toEqual(caveat);
  });

  it('never comes from another topic, nor from any where the document has none', async () => {
    expect(roles(await setUp(['a', 'b'], [RESULTS, LIMITS]).run())).toHaveLength(1);
    expect(roles(await setUp([null, null], [RESULTS, LIMITS]).run())).toHaveLength(1);
  });
});

describe('sentences of a reply', () => {
  const words = (n: number, word: string) => Array.from({ length: n }, () => word).join(' ');
  const answer = (...list: [string, ('caveat' | 'other_source')?][]) => ({
    verified: list.map(([text, role]) => ({
      candidate: { text } as never,
      document: sampleRevision({ id: 'd' as never }),
      role,
    })),
    rejected: [],
    missing: [],
    premise: null,
    retrieved: [],
  });
  const texts = (answers: Parameters<typeof inTurn>[0]) => inTurn(answers).map(({ candidate }) => candidate.text);

  it('give way to the caveat, which is the fifth', () => {
    expect(texts([answer(['a'], ['b'], ['c'], ['d'], ['e', 'caveat'])])).toEqual(['a', 'b', 'c', 'd', 'e']);
    const [long, limit] = [words(70, 'x'), words(40, 'y')];
    expect(texts([answer(['a'], [long], ['z z z z z z z z z z'], [limit, 'caveat'])])).toEqual(['a', long, limit]);
  });

  it('have one caveat, after the sentences of its question', () => {
    expect(texts([answer(['a'], ['la', 'caveat']), answer(['b'], ['lb', 'caveat'])])).toEqual(['a', 'la', 'b']);
  });

  it("never show another source's figure without the one it differs from", () => {
    const [long, left] = [words(110, 'x'), words(20, 'y')];
    expect(texts([answer(['a'], [long], [left], ['o', 'other_source'])])).toEqual(['a', long]);
  });
});
