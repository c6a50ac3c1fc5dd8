import { expect, it } from 'vitest';
import { answered, emergencyLine } from '../support/page-replies.ts';
import { streams } from '../support/page-server.ts';
import { ask, main, setStage } from '../support/page-stage.ts';

const stage = setStage();
const requests = (path: RegExp) => stage.server.requests.filter((one) => path.test(one.path));
const lastSentence = 'The expanded cells are then infused back into the patient.';

it.each([1, 2, 3])('takes up a stream that was cut after event %i, without loss or repetition', async (cutAfter) => {
  stage.server.chat = async (teller) => {
    await teller.stream(answered, 30, { from: 1, to: cutAfter });
    teller.cut();
  };
  stage.server.events = (teller) => teller.stream(answered);
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('Where this comes from').waitFor();
  expect(await main(page).getByText('Blood is drawn').count()).toBe(1);
  expect(await main(page).getByText(lastSentence).count()).toBe(1);
  expect(requests(/events$/).map(({ headers }) => headers['last-event-id'])).toEqual([String(cutAfter)]);
  expect(requests(/events$/)[0]?.headers.authorization).toBe('Bearer token-1');
});

it('does not take a stream that ends without its last event for a whole answer', async () => {
  stage.server.chat = async (teller) => {
    await teller.stream(answered, 0, { from: 1, to: 2 });
    teller.end();
  };
  let isBack = false;
  stage.server.events = (teller) => (isBack ? teller.stream(answered) : teller.refuse(502, 'bad_gateway'));
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('Incomplete – reconnecting').waitFor();
  expect(await main(page).getByText('You could also ask').count()).toBe(0);
  isBack = true;
  await main(page).getByText(lastSentence).waitFor();
  await expect.poll(() => main(page).getByText('Incomplete').count()).toBe(0);
});

it('asks again with the same key when the stream breaks before it began', async () => {
  let times = 0;
  stage.server.chat = async (teller) => {
    times += 1;
    if (times < 3) return teller.cut();
    await teller.stream(answered);
  };
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText(lastSentence).waitFor();
  const asked = requests(/chat$/);
  expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  expect(new Set(asked.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

it('says that an answer could not be finished, and asks again on request', async () => {
  stage.server.chat = async (teller) => {
    await teller.stream(answered, 0, { from: 1, to: 2 });
    teller.write('id: 3\nevent: error\ndata: {"error":{"code":"internal","message":"","requestId":""}}\n\n');
    teller.end();
  };
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  await page.getByRole('alert').getByText('What you see is not the whole answer').waitFor();
  stage.server.chat = streams(answered);
  await page.getByRole('button', { name: 'Try again' }).click();
  await main(page).getByText(lastSentence).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(requests(/chat$/)[0]?.headers['idempotency-key']).not.toBe(requests(/chat$/)[1]?.headers['idempotency-key']);
});

it('gives a lost answer up after a while, and finds the rest of it on request', async () => {
  stage.server.chat = async (teller) => {
    await teller.stream(answered, 50, { from: 1, to: 2 });
    teller.cut();
  };
  stage.server.events = (teller) => teller.refuse(502, 'bad_gateway');
  const page = await stage.open();
  await page.clock.install();
  await ask(page, 'What is CIK therapy?');
  const alert = page.getByRole('alert').getByText('This answer is not complete');
  await expect
    .poll(
      async () => {
        await page.clock.fastForward(2_000);
        return alert.count();
      },
      { timeout: 15_000 },
    )
    .toBe(1);
  expect(requests(/events$/).length).toBeLessThan(10);
  stage.server.events = (teller) => teller.stream(answered);
  await page.getByRole('button', { name: 'Try again' }).click();
  await main(page).getByText(lastSentence).waitFor();
  expect(requests(/chat$/)).toHaveLength(1);
});

it('says how long to wait when it was asked too often, and keeps the question', async () => {
  stage.server.chat = (teller) => teller.refuse(429, 'rate_limited', { retryAfter: 20, notice: emergencyLine });
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  const alert = page.getByRole('alert');
  await alert.getByText('Your question is still in the box.').waitFor();
  await alert.getByText('In an emergency').waitFor();
  await main(page).getByText('You can ask again in 20 seconds.').waitFor();
  await main(page)
    .getByText(/in 1[89] seconds/)
    .waitFor();
  expect(await page.getByRole('textbox').inputValue()).toBe('What is CIK therapy?');
  stage.server.chat = streams(answered);
  await page.getByRole('button', { name: 'Try again' }).click();
  await main(page).getByText(lastSentence).waitFor();
  expect(await alert.count()).toBe(0);
});

it('shows how far the documents are, and sends the question once they are ready', async () => {
  stage.server.bodies.set('/readyz', [503, { done: 3, total: 5, etaSeconds: 12.4 }]);
  stage.server.chat = (teller) => teller.refuse(503, 'not_ready', { notice: emergencyLine });
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('3 of 5 parts are ready, about 13 seconds to go').waitFor();
  stage.server.chat = streams(answered);
  stage.server.bodies.set('/readyz', [200, {}]);
  await main(page).getByText(lastSentence).waitFor();
});

it('keeps the question while offline and sends it afterwards', async () => {
  stage.server.chat = streams(answered);
  const page = await stage.open();
  await page.context().setOffline(true);
  await ask(page, 'What is CIK therapy?');
  await page.getByRole('alert').getByText('You seem to be offline.').waitFor();
  await page.context().setOffline(false);
  await main(page).getByText(lastSentence).waitFor();
});

it.each([
  [404, 'not_found', 'Your question will start a new one'],
  [410, 'erased', 'was deleted or is no longer kept'],
  [401, 'unauthenticated', 'can no longer be opened here'],
])('begins a new conversation when the old one is gone (%i %s)', async (status, code, words) => {
  stage.server.chat = streams(answered);
  const page = await stage.open();
  await ask(page, 'first');
  await main(page).getByText('You could also ask').waitFor();
  stage.server.chat = (teller) =>
    teller.asked.body.conversationId ? teller.refuse(status, code) : teller.stream(answered);
  await ask(page, 'second');
  await page.getByRole('alert').getByText(words).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => main(page).getByText(lastSentence).count()).toBe(2);
});

it.each([
  [503, 'overloaded', 'very busy'],
  [503, 'storage_unavailable', 'cannot take questions right now'],
  [500, 'internal', 'Something went wrong on our side'],
  [413, 'body_too_large', 'too long to send'],
  [418, 'a_new_code', 'Something went wrong on our side'],
])('says %i %s in plain words and keeps the question', async (status, code, words) => {
  stage.server.chat = (teller) => teller.refuse(status, code);
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  await page.getByRole('alert').getByText(words).waitFor();
  expect(await page.getByRole('textbox').inputValue()).toBe('What is CIK therapy?');
});

it('asks for the whole reply at once where something in between holds the stream back', async () => {
  stage.server.chat = (teller) => {
    if (teller.asked.headers.accept !== 'application/json') return teller.write(': nothing comes through\n\n');
    teller.json(200, { ...answered, conversationToken: 'token-1' });
  };
  const page = await stage.open();
  await page.clock.install();
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('Looking in the guides').waitFor();
  await expect.poll(() => requests(/chat$/).length).toBe(1);
  await expect
    .poll(
      async () => {
        await page.clock.fastForward(10_000);
        return main(page).getByText(lastSentence).count();
      },
      { timeout: 10_000 },
    )
    .toBe(1);
  const [first, second] = requests(/chat$/);
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
});
