import { expect, it } from 'vitest';
import { answered, replied, reply } from '../support/page-replies.ts';
import { streams } from '../support/page-server.ts';
import { ask, main, setStage } from '../support/page-stage.ts';

const stage = setStage();
const asked = () => stage.server.requests.filter(({ path }) => path === '/v1/chat');

it('says before the first question what it is, what it cannot do and how to reach help', async () => {
  const page = await stage.open();
  const welcome = page.getByRole('region', { name: 'How can I help?' });
  await welcome.getByText('I am an AI assistant, not a person').waitFor();
  await welcome.getByRole('heading', { name: 'What I cannot do' }).waitFor();
  await welcome.getByRole('heading', { name: 'In an emergency' }).waitFor();
  expect(await welcome.getByRole('listitem').getByRole('button').count()).toBe(3);
  expect(await page.title()).toBe('CancerFax – AI assistant');
});

it('shows each sentence as it is released, with the sources it rests on', async () => {
  stage.server.chat = streams(answered, { pauseMs: 150 });
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('Blood is drawn from the patient').waitFor();
  await main(page).getByText('Still looking').waitFor();
  await main(page).getByText('infused back into the patient').waitFor();
  await main(page).getByText('Where this comes from').waitFor();
  expect(await main(page).getByText('Still looking').count()).toBe(0);
  await page.getByRole('button', { name: 'Source 1: What Is CIK Therapy?, What Is CIK Cell Therapy?' }).waitFor();
  await page.getByRole('button', { name: 'Source 3: CIK and Chemotherapy Schedule Review overdue' }).waitFor();
  await main(page).getByText('It is not medical advice').last().waitFor();
});

it('asks with a key of its own and the country the clock is set to, then within the conversation', async () => {
  stage.server.chat = streams(answered);
  const page = await stage.open({ timezoneId: 'Asia/Kolkata' });
  await ask(page, 'first');
  await main(page).getByText('You could also ask').waitFor();
  stage.server.chat = streams(replied);
  await ask(page, 'second');
  await main(page).getByText('Hello. I am an AI assistant').waitFor();
  const [first, second] = asked();
  expect(first?.headers.accept).toBe('text/event-stream');
  expect(first?.body).toEqual({ message: 'first', locale: 'en-IN' });
  expect(first?.headers.authorization).toBeUndefined();
  expect(second?.body).toEqual({ message: 'second', locale: 'en-IN', conversationId: 'conversation-1' });
  expect(second?.headers.authorization).toBe('Bearer token-1');
  expect(first?.headers['idempotency-key']).toMatch(/^[!-~]{16,128}$/);
  expect(first?.headers['idempotency-key']).not.toBe(second?.headers['idempotency-key']);
});

it('takes a reply that was not streamed', async () => {
  stage.server.chat = (teller) => teller.json(200, { ...answered, conversationToken: 'token-1' });
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('Where this comes from').waitFor();
});

it('asks a suggested question', async () => {
  stage.server.chat = streams(answered);
  const page = await stage.open();
  await page.getByRole('button', { name: 'Where is CIK therapy available?' }).click();
  await main(page).getByText('Where this comes from').waitFor();
  await page.getByRole('button', { name: 'How long does it take to manufacture CIK cells?' }).click();
  await page.getByRole('heading', { name: 'You asked: How long does it take' }).waitFor();
  expect(asked().map(({ body }) => body.message)).toEqual([
    'Where is CIK therapy available?',
    'How long does it take to manufacture CIK cells?',
  ]);
});

it('sends with Enter and makes a new line with Shift and Enter', async () => {
  stage.server.chat = streams(replied);
  const page = await stage.open();
  const box = page.getByRole('textbox', { name: 'Your question' });
  await box.pressSequentially('one');
  await box.press('Shift+Enter');
  await box.pressSequentially('two');
  expect(asked()).toHaveLength(0);
  await box.press('Enter');
  await main(page).getByText('Hello. I am an AI assistant').waitFor();
  expect(asked()[0]?.body.message).toBe('one\ntwo');
  expect(await box.inputValue()).toBe('');
});

it('counts near the end, and still sends what is too long, because an emergency may be in it', async () => {
  stage.server.chat = (teller) => teller.refuse(422, 'invalid');
  const page = await stage.open();
  const box = page.getByRole('textbox', { name: 'Your question' });
  await box.fill('a'.repeat(3599));
  expect(await main(page).getByText('characters left').count()).toBe(0);
  await box.fill('a'.repeat(3999));
  await main(page).getByText('1 character left').waitFor();
  await box.fill('a'.repeat(4100));
  await main(page).getByText('100 characters too long').waitFor();
  await box.press('Enter');
  await page.getByRole('alert').getByText('Please shorten it').waitFor();
  expect((await box.inputValue()).length).toBe(4100);
});

it('stops an answer on the server and says that it is not whole', async () => {
  let end = (): void => undefined;
  stage.server.chat = async (teller) => {
    await teller.stream(answered, 0, { from: 1, to: 2 });
    end = () => {
      teller.write('id: 3\nevent: error\ndata: {"error":{"code":"internal","message":"","requestId":""}}\n\n');
      teller.end();
    };
  };
  stage.server.bodies.set('/v1/turns/turn-1/cancel', [204, null]);
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('Blood is drawn').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await main(page).getByText('Stopping').waitFor();
  await expect.poll(() => stage.server.requests.some(({ path }) => path.endsWith('/cancel'))).toBe(true);
  end();
  await main(page).getByText('You stopped this answer. What you see is not all of it.').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('sends a second question while the first is being answered, and waits for its turn', async () => {
  let isBusy = true;
  stage.server.chat = async (teller) => {
    if (teller.asked.body.message === 'first') {
      await teller.stream(answered, 0, { from: 1, to: 2 });
      setTimeout(() => {
        isBusy = false;
        void teller.stream(answered, 0, { from: 3 });
      }, 600);
    } else if (isBusy) teller.refuse(409, 'turn_in_progress', { error: { turnId: 'turn-1' } });
    else await teller.stream(reply({ ...replied, turnId: 'turn-2' }));
  };
  const page = await stage.open();
  await ask(page, 'first');
  await main(page).getByText('Still looking').waitFor();
  await ask(page, 'second');
  await main(page).getByText('Waiting for the answer before this one').waitFor();
  await main(page).getByText('Hello. I am an AI assistant').waitFor();
  const keys = asked()
    .filter(({ body }) => body.message === 'second')
    .map(({ headers }) => headers['idempotency-key']);
  expect(new Set(keys).size).toBe(1);
});
