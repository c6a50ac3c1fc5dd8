import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { batchTexts } from '#knowledge/embedding/batch-texts.ts';
import { createEncoderPool } from '#knowledge/embedding/encoder-pool.ts';
import { toUnitVector } from '#knowledge/embedding/unit-vector.ts';

/**
 * Answers with [length of the text, number of texts in its batch]. Texts are orders: "die" ends the worker, "die once"
 * only the first that reads it, "wait" answers late, "fail" is an error.
 */
const script = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { existsSync } = require('node:fs');
  const died = new Int32Array(workerData);
  parentPort.on('message', async ({ job, texts }) => {
    if (texts.includes('die')) process.exit(3);
    if (texts.includes('die once') && Atomics.exchange(died, 0, 1) === 0) throw new Error('crash');
    if (texts.includes('wait')) await new Promise((done) => setTimeout(done, 50));
    if (texts.includes('fail')) return parentPort.postMessage({ job, error: 'no' });
    parentPort.postMessage({ job, dimensions: 2, vectors: Float32Array.from(texts.flatMap((t) => [t.length, texts.length])) });
  });`;

function openPool(size = 1) {
  let started = 0;
  const died = new SharedArrayBuffer(4);
  const pool = createEncoderPool(size, () => {
    started += 1;
    return new Worker(script, { eval: true, workerData: died });
  });
  onTestFinished(() => pool.close());
  return { ...pool, started: () => started };
}

const calmly = { urgent: false };

describe('the pool of encoder workers', () => {
  test('gives one vector a text, in order', async () => {
    const pool = openPool();
    const vectors = await pool.run(['a', 'bbb', 'cc'], calmly);
    expect(vectors.map((vector) => [...vector])).toEqual([
      [1, 3],
      [3, 3],
      [2, 3],
    ]);
  });

  test('replaces a worker that died and tries its batch once more', async () => {
    const pool = openPool();
    expect(await pool.run(['die once'], calmly)).toHaveLength(1);
    expect(pool.started()).toBe(2);
  });

  test('fails a batch that ended two workers, clearly, and goes on with the next', async () => {
    const pool = openPool();
    const doomed = pool.run(['die'], calmly);
    const next = pool.run(['after'], calmly);
    await expect(doomed).rejects.toThrow('The encoder stopped twice on the same texts.');
    expect(await next).toHaveLength(1);
  });

  test('says why the model failed and keeps the worker', async () => {
    const pool = openPool();
    await expect(pool.run(['fail'], calmly)).rejects.toThrow('The encoder failed: no');
    await pool.run(['fine'], calmly);
    expect(pool.started()).toBe(1);
  });

  test('lets a question go before what waits', async () => {
    const pool = openPool();
    const order: string[] = [];
    const note = (name: string) => () => order.push(name);
    await Promise.all([
      pool.run(['wait'], calmly).then(note('running')),
      pool.run(['build'], calmly).then(note('build')),
      pool.run(['question'], { urgent: true }).then(note('question')),
      pool.run(['next question'], { urgent: true }).then(note('next question')),
    ]);
    expect(order).toEqual(['running', 'question', 'next question', 'build']);
  });

  test('rejects at once when cancelled, waiting or running', async () => {
    const pool = openPool();
    const stop = new AbortController();
    const running = pool.run(['wait'], { ...calmly, signal: stop.signal });
    const waiting = pool.run(['later'], { ...calmly, signal: stop.signal });
    stop.abort(new Error('gone'));
    await expect(running).rejects.toThrow('gone');
    await expect(waiting).rejects.toThrow('gone');
    expect(await pool.run(['next'], calmly)).toHaveLength(1);
  });

  test('uses as many workers as there is work for, and no more than allowed', async () => {
    const pool = openPool(2);
    await Promise.all(['wait', 'wait', 'wait', 'wait'].map((text) => pool.run([text], calmly)));
    expect(pool.started()).toBe(2);
  });

  test('rejects what runs and what comes after closing', async () => {
    const pool = openPool();
    const running = pool.run(['wait'], calmly);
    const waiting = pool.run(['later'], calmly);
    const outcomes = Promise.allSettled([running, waiting]);
    await pool.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.run(['late'], calmly)).rejects.toThrow('closed');
  });

  test('says so when no worker can be started', async () => {
    const pool = createEncoderPool(1, () => {
      throw new Error('no threads');
    });
    await expect(pool.run(['a'], calmly)).rejects.toThrow('could not be started');
  });
});

describe('batches', () => {
  test('hold the texts in order, each once, within both limits', () => {
    const texts = Array.from({ length: 50 }, (_, at) => 'x'.repeat((at * 37) % 90));
    const batches = batchTexts(texts, { maxTexts: 8, maxChars: 300 });
    expect(batches.flatMap(([from, to]) => texts.slice(from, to))).toEqual(texts);
    for (const [from, to] of batches) {
      expect(to - from).toBeGreaterThan(0);
      expect(to - from).toBeLessThanOrEqual(8);
      expect(texts.slice(from, to).join('').length).toBeLessThanOrEqual(300);
    }
    expect(batches.length).toBeLessThan(20);
  });

  test('let a text over the limit stand alone', () => {
    expect(batchTexts(['a', 'long text', 'b'], { maxTexts: 8, maxChars: 3 })).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(batchTexts([], { maxTexts: 8, maxChars: 3 })).toEqual([]);
  });
});

describe('unit vectors', () => {
  test('have length one', () => {
    expect(Math.hypot(...toUnitVector([3, 4], 2))).toBeCloseTo(1);
  });

  test.each([
    [[1, 2, 3], 'dimensions'],
    [[Number.NaN, 1], 'not a number'],
    [[Number.POSITIVE_INFINITY, 1], 'not a number'],
    [[0, 0], 'zeros'],
    [[], 'empty'],
  ])('refuse %j', (values, problem) => {
    expect(() => toUnitVector(values, 2)).toThrow(problem);
  });
});
