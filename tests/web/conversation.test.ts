import { expect, it } from 'vitest';
import type { WireConversation } from '#wire/conversation.ts';
import { answered, disclaimer, escalated } from '../support/page-replies.ts';
import { streams } from '../support/page-server.ts';
import { ask, main, setStage } from '../support/page-stage.ts';

const stage = setStage();
const path = '/v1/conversations/conversation-1';

const history = (turns: WireConversation['turns']): WireConversation => ({
  conversationId: 'conversation-1',
  startedAt: '2026-09-01T10:00:00Z',
  locale: 'en',
  aiGenerated: true,
  disclaimer,
  turns,
  handoff: null,
  lastSeq: 9,
});
const turn = (
  message: string,
  changes: Partial<WireConversation['turns'][number]>,
): WireConversation['turns'][number] => ({
  turnId: 'turn-1',
  at: '2026-09-01T10:00:00Z',
  locale: 'en',
  message,
  status: 'ended',
  reply: answered,
  error: null,
  feedback: null,
  ...changes,
});

async function openWithAnswer() {
  stage.server.chat = streams(answered);
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('You could also ask').waitFor();
  return page;
}

it('keeps a token in the tab and no words, and shows the conversation again after a reload', async () => {
  const page = await openWithAnswer();
  const kept = await page.evaluate(
    'JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }) + document.cookie',
  );
  expect(kept).toBe(`${JSON.stringify({ citewell: JSON.stringify({ id: 'conversation-1', token: 'token-1' }) })}{}`);
  stage.server.bodies.set(
    path,
    history([turn('What is CIK therapy?', {}), turn('I cannot breathe', { turnId: 'turn-2', reply: escalated })]),
  );
  await page.reload();
  await page.getByRole('heading', { name: 'You asked: What is CIK therapy?' }).waitFor();
  await main(page).getByText('The expanded cells are then infused back').waitFor();
  await page.getByRole('heading', { name: 'This may be an emergency' }).waitFor();
  // Brought back, not new: nothing is called out again.
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.getByRole('log').textContent()).toBe('');
});

it('goes on listening to an answer that a reload interrupted', async () => {
  const page = await openWithAnswer();
  stage.server.bodies.set(path, history([turn('And now?', { status: 'running', reply: null })]));
  stage.server.events = (teller) => teller.stream(answered, 100);
  await page.reload();
  await main(page).getByText('The expanded cells are then infused back').waitFor();
  await main(page).getByText('You could also ask').waitFor();
});

it('shows a turn that failed as failed', async () => {
  const page = await openWithAnswer();
  stage.server.bodies.set(
    path,
    history([turn('And now?', { status: 'failed', reply: null, error: { code: 'internal' } })]),
  );
  await page.reload();
  await main(page).getByText('this answer could not be finished').waitFor();
});

it('says that an earlier conversation is no longer kept, and starts anew', async () => {
  const page = await openWithAnswer();
  stage.server.bodies.set(path, [410, { error: { code: 'erased', message: '', requestId: '' } }]);
  await page.reload();
  await main(page).getByText('Your earlier conversation is no longer kept').waitFor();
  await ask(page, 'again');
  await main(page).getByText('You could also ask').waitFor();
  expect(stage.server.requests.filter(({ path: asked }) => asked === '/v1/chat').at(-1)?.body).not.toHaveProperty(
    'conversationId',
  );
});

it('tries again when the conversation could not be loaded', async () => {
  const page = await openWithAnswer();
  stage.server.bodies.set(path, [503, { error: { code: 'storage_unavailable', message: '', requestId: '' } }]);
  await page.reload();
  await page.getByRole('alert').getByText('could not be loaded').waitFor();
  stage.server.bodies.set(path, history([turn('What is CIK therapy?', {})]));
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'You asked: What is CIK therapy?' }).waitFor();
});

it('begins a new conversation', async () => {
  const page = await openWithAnswer();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'New conversation' }).click();
  await expect.poll(() => page.getByRole('list', { name: 'Conversation' }).count()).toBe(0);
  expect(await page.evaluate('sessionStorage.length')).toBe(0);
  await page.getByRole('log').getByText('A new conversation has started').waitFor();
});

it('deletes the conversation on the server after asking, and only then here', async () => {
  const page = await openWithAnswer();
  const openDelete = async () => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Delete my conversation' }).click();
  };
  await openDelete();
  await page.getByRole('button', { name: 'Keep it' }).click();
  stage.server.bodies.set(`DELETE ${path}`, [
    503,
    { error: { code: 'storage_unavailable', message: '', requestId: '' } },
  ]);
  await openDelete();
  await page.getByRole('button', { name: 'Yes, delete' }).click();
  await page.getByRole('alert').getByText('It could not be deleted').waitFor();
  await page
    .getByRole('heading', { name: 'You asked: What is CIK therapy?', includeHidden: true })
    .waitFor({ state: 'attached' });
  stage.server.bodies.set(`DELETE ${path}`, [204, null]);
  await page.getByRole('button', { name: 'Yes, delete' }).click();
  await expect.poll(() => page.getByRole('list', { name: 'Conversation' }).count()).toBe(0);
  expect(stage.server.requests.filter(({ method }) => method === 'DELETE').at(-1)?.headers.authorization).toBe(
    'Bearer token-1',
  );
  expect(await page.evaluate('sessionStorage.length')).toBe(0);
});
