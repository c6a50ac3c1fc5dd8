import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { answered, escalated } from '../support/page-replies.ts';
import { streams } from '../support/page-server.ts';
import { ask, desktop, main, phone, setStage } from '../support/page-stage.ts';

const stage = setStage();

const focused = (page: Page) =>
  page.evaluate(`(() => {
    const e = document.activeElement;
    return e.getAttribute('aria-label') ?? (e.labels?.[0] ?? e).textContent.trim();
  })()`) as Promise<string>;

async function tab(page: Page, times: number): Promise<string[]> {
  const names: string[] = [];
  for (let at = 0; at < times; at += 1) {
    await page.keyboard.press('Tab');
    names.push(await focused(page));
  }
  return names;
}

it('is walked through in the order it is read', async () => {
  stage.server.chat = streams(answered);
  const page = await stage.open();
  expect(await tab(page, 10)).toEqual([
    'Skip to your question',
    'Talk to a person',
    'More',
    'What is CIK therapy?',
    'How is CIK therapy different from CAR-T cell therapy?',
    'Where is CIK therapy available?',
    'Call 112',
    'Your privacy',
    'Your question',
    'Send',
  ]);
});

it('skips to the question', async () => {
  const page = await stage.open();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('Your question');
});

it('leaves the focus where it is when an answer or an emergency arrives', async () => {
  const page = await stage.open();
  for (const outcome of [answered, escalated]) {
    stage.server.chat = streams(outcome, { pauseMs: 100 });
    await ask(page, 'What is CIK therapy?');
    expect(await focused(page)).toBe('Your question');
    await expect
      .poll(() => main(page).getByText('It is not medical advice').count())
      .toBe(outcome === answered ? 2 : 3);
    expect(await focused(page)).toBe('Your question');
  }
});

it('gives the focus to the question that a suggestion became', async () => {
  stage.server.chat = streams(answered);
  const page = await stage.open();
  await page.getByRole('button', { name: 'Where is CIK therapy available?' }).press('Enter');
  await expect.poll(() => focused(page)).toBe('You asked: Where is CIK therapy available?');
  await main(page).getByText('You could also ask').waitFor();
  await page.getByRole('button', { name: 'Which cancers is CIK therapy used for?' }).press('Enter');
  await expect.poll(() => focused(page)).toBe('You asked: Which cancers is CIK therapy used for?');
});

it.each([
  ['phone', phone],
  ['desktop', desktop],
])('opens a source with the keyboard on a %s; Esc closes it and the focus returns', async (_, viewport) => {
  stage.server.chat = streams(answered);
  const page = await stage.open({ viewport });
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('You could also ask').waitFor();
  await page
    .getByRole('button', { name: /^Source 2:/ })
    .first()
    .press('Enter');
  await page.locator('mark').first().waitFor();
  expect(await focused(page)).toBe('What Is CIK Therapy?');
  expect(await tab(page, 2)).toEqual(['Close', 'Text of the document']);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  expect(await focused(page)).toMatch(/^Source 2:/);
});

it('keeps the focus within a panel that covers the page', async () => {
  const page = await stage.open();
  await page.getByRole('button', { name: 'Talk to a person' }).press('Enter');
  const names = await tab(page, 8);
  expect(names).not.toContain('Your question');
  expect(names).toContain('Write to help@example.org');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('Talk to a person');
});

it('leaves the conversation in reach beside the panel on a wide screen', async () => {
  stage.server.chat = streams(answered);
  const page = await stage.open({ viewport: desktop });
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('You could also ask').waitFor();
  await page
    .getByRole('button', { name: /^Source 1:/ })
    .first()
    .click();
  await page.locator('mark').first().waitFor();
  await page
    .getByRole('button', { name: /^Source 3:/ })
    .first()
    .click();
  await page.getByRole('dialog', { name: 'CIK and Chemotherapy' }).waitFor();
  expect(await focused(page)).toBe('CIK and Chemotherapy');
  await page.keyboard.press('Escape');
  expect(await focused(page)).toMatch(/^Source 3:/);
});

it('closes the menu with Esc', async () => {
  const page = await stage.open();
  await page.getByRole('button', { name: 'More' }).press('Enter');
  await page.getByRole('button', { name: 'New conversation' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('button', { name: 'New conversation' }).count()).toBe(0);
  expect(await focused(page)).toBe('More');
});

it.each([phone, { width: 320, height: 600 }])('does not hide the focus under what sticks, at %o', async (viewport) => {
  stage.server.chat = streams(answered);
  const page = await stage.open({ viewport });
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('You could also ask').waitFor();
  for (let at = 0; at < 16; at += 1) {
    await page.keyboard.press('Shift+Tab');
    const isHidden = await page.evaluate(`(() => {
      const e = document.activeElement;
      if (e === document.body) return false;
      const { x, y, width, height } = e.getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return !(e === top || e.contains(top));
    })()`);
    expect(isHidden, await focused(page)).toBe(false);
  }
});
