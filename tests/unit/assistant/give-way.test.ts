import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGiveWay } from '#assistant/turn/give-way.ts';

test('steps that wait go on in order, one a round of the event loop, so that a timer gets in between', async () => {
  const giveWay = createGiveWay();
  const done: string[] = [];
  const step = async (name: string) => {
    await giveWay();
    done.push(name);
    // Longer than the timer below: it is due after the first step and must not wait for the third.
    for (const end = performance.now() + 5; performance.now() < end; );
  };
  const timer = setTimeout(1).then(() => done.push('timer'));
  await Promise.all([step('one'), step('two'), step('three'), timer]);
  expect(done.filter((name) => name !== 'timer')).toEqual(['one', 'two', 'three']);
  expect(done.indexOf('timer')).toBeLessThan(done.indexOf('three'));
});

test('a step that comes when none waits any more goes on too', async () => {
  const giveWay = createGiveWay();
  await giveWay();
  await Promise.all([giveWay(), giveWay()]);
  await giveWay();
});
