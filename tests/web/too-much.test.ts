import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { escalated, toldTooMuch } from '../support/page-replies.ts';
import { streams } from '../support/page-server.ts';
import { ask, main, setStage } from '../support/page-stage.ts';

const stage = setStage();
const message = 'My MRN is 48291377. What is CIK?';
const path = '/v1/turns/turn-1/trim';

const trims = () => stage.server.requests.filter(({ path: asked }) => asked === path);
const note = (page: Page) => main(page).getByText('Please do not send record numbers or reports here.');
const button = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true });

async function openTold(reply = toldTooMuch) {
  stage.server.chat = streams(reply);
  const page = await stage.open();
  await ask(page, message);
  await note(page).waitFor();
  return page;
}

it('removes what was told too much, shows the question without it, and says so once', async () => {
  stage.server.bodies.set(`POST ${path}`, [204, null]);
  const page = await openTold();
  const log = page.getByRole('log');
  await expect.poll(() => log.textContent()).toContain('Please do not send record numbers or reports here.');
  await expect.poll(() => log.textContent()).toBe('');
  await button(page, 'Remove it').click();
  const heading = page.getByRole('heading', { name: 'You asked: My MRN is [removed]. What is CIK?' });
  await heading.waitFor();
  await expect.poll(() => log.textContent()).toBe('It was removed from what is kept.');
  expect(await note(page).count()).toBe(0);
  expect(await page.getByText('48291377').count()).toBe(0);
  expect(await heading.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  expect(trims().map(({ method, headers }) => [method, headers.authorization])).toEqual([['POST', 'Bearer token-1']]);
});

it('keeps the question where the person wants to, and asks nothing of the server', async () => {
  const page = await openTold();
  await button(page, 'Keep').click();
  await expect.poll(() => note(page).count()).toBe(0);
  await page.getByRole('heading', { name: `You asked: ${message}` }).waitFor();
  expect(trims()).toEqual([]);
});

it('says when it could not be removed, and lets it be tried again', async () => {
  stage.server.bodies.set(`POST ${path}`, [
    503,
    { error: { code: 'storage_unavailable', message: '', requestId: 'r' } },
  ]);
  const page = await openTold();
  await button(page, 'Remove it').click();
  await page.getByRole('alert').filter({ hasText: 'It could not be removed' }).waitFor();
  await page.getByRole('heading', { name: `You asked: ${message}` }).waitFor();
  stage.server.bodies.set(`POST ${path}`, [204, null]);
  await button(page, 'Remove it').click();
  await page.getByRole('heading', { name: 'You asked: My MRN is [removed]. What is CIK?' }).waitFor();
});

it('stands below an emergency card, with buttons large enough to touch', async () => {
  const page = await openTold({ ...escalated, tooMuch: toldTooMuch.tooMuch });
  const top = async (text: string) => (await main(page).getByText(text).first().boundingBox())?.y ?? 0;
  expect(await top('This may be an emergency')).toBeLessThan(await top('Please do not send record numbers'));
  for (const name of ['Remove it', 'Keep']) {
    const box = await button(page, name).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
  }
});
