import { afterAll, describe, expect, test } from 'vitest';
import { LocalEmbeddings } from '#knowledge/embedding/local-embeddings.ts';

const embeddings = new LocalEmbeddings({ workers: 1 });
afterAll(() => embeddings.close());

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

describe('the model that runs on this machine', () => {
  test('names itself and its version', () => {
    expect(embeddings.identity).toMatch(/^@energetic-ai\/model-embeddings-en@\d+\.\d+\.\d+\+pieces-\d+$/);
  });

  test('gives a unit vector for every text, also an empty or endless one, in order', async () => {
    const texts = ['', 'What is CIK therapy?', '😀', 'word '.repeat(4_000), 'How is blood drawn?', ' '];
    const vectors = await embeddings.embed(texts);
    expect(vectors).toHaveLength(texts.length);
    for (const vector of vectors) {
      expect(vector).toHaveLength(512);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
    }
    const [alone] = await embeddings.embed(['What is CIK therapy?']);
    expect(dot(alone!, vectors[1]!)).toBeCloseTo(1, 4);
    expect(await embeddings.dimensions()).toBe(512);
  });

  test('puts a question nearer to its answer than to another sentence, through LangChain', async () => {
    const question = await embeddings.embedQuery('How long does the infusion take?');
    const [answer, other] = await embeddings.embedDocuments([
      'The infusion usually lasts thirty minutes.',
      'Insurance cover depends on the province.',
    ]);
    expect(dot(question, answer!)).toBeGreaterThan(dot(question, other!) + 0.1);
  });

  test('leaves the event loop free', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    await embeddings.embed(
      Array.from({ length: 20 }, (_, at) => `Sentence ${at}: cells are expanded in the laboratory.`),
    );
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
  });

  test('stops when cancelled', async () => {
    const stop = new AbortController();
    const running = embeddings.embed(
      Array.from({ length: 100 }, (_, at) => `Text ${at}`),
      stop.signal,
    );
    stop.abort(new Error('gone'));
    await expect(running).rejects.toThrow('gone');
  });
});
