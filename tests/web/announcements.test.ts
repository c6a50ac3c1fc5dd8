import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { abstained, answered, escalated } from '../support/page-replies.ts';
import { streams } from '../support/page-server.ts';
import { ask, main, setStage } from '../support/page-stage.ts';

const stage = setStage();

/** Writes down what a screen reader would be given: additions to the log, and alerts as they appear. */
async function listen(page: Page): Promise<() => Promise<{ log: string[]; alerts: string[] }>> {
  await page.evaluate(`
    window.heard = { log: [], alerts: [] };
    new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes) for (const node of addedNodes) {
        const host = target.nodeType === 1 ? target : target.parentElement;
        if (host.closest('[role=log]')) window.heard.log.push(node.textContent);
        const alerts = node.nodeType === 1 ? [node, ...node.querySelectorAll('*')].filter((e) => e.role === 'alert') : [];
        for (const alert of alerts) window.heard.alerts.push(alert.textContent);
        if (host.closest('[role=alert]')) window.heard.alerts.push('changed: ' + node.textContent);
      }
    }).observe(document, { childList: true, subtree: true });`);
  return () => page.evaluate('window.heard') as Promise<{ log: string[]; alerts: string[] }>;
}

it('announces a streamed answer once, whole, with its sources named', async () => {
  stage.server.chat = streams(answered, { pauseMs: 200 });
  const page = await stage.open();
  const heard = await listen(page);
  await ask(page, 'What is CIK therapy?');
  await main(page).getByText('You could also ask').waitFor();
  await page.waitForTimeout(1500);
  const { log, alerts } = await heard();
  expect(alerts).toEqual([]);
  expect(log).toHaveLength(1);
  expect(log[0]).toMatch(/^Answer: Blood is drawn .* Source 1\. The expanded cells .* Sources 2, 3\. 3 sources below/);
  expect(await page.getByRole('log').textContent(), 'is taken out again').toBe('');
  await ask(page, 'And again?');
  await expect.poll(async () => (await heard()).log.length).toBe(2);
  await page.waitForTimeout(1500);
  expect((await heard()).log.map((words) => words.startsWith('Answer:'))).toEqual([true, true]);
});

it('announces what was not found', async () => {
  stage.server.chat = streams(abstained);
  const page = await stage.open();
  const heard = await listen(page);
  await ask(page, 'What does CIK cost in India?');
  await main(page).getByText('You could also ask').waitFor();
  await page.waitForTimeout(300);
  const { log } = await heard();
  expect(log).toHaveLength(1);
  expect(log[0]).toContain('I could not find this in the guides');
  expect(log[0]).toContain('I found nothing about: cost, India.');
});

it('calls an emergency out once, and does not repeat it politely', async () => {
  stage.server.chat = streams(escalated, { pauseMs: 100 });
  const page = await stage.open();
  const heard = await listen(page);
  await ask(page, 'I cannot breathe');
  await main(page).getByText('CF-2041').waitFor();
  await page.waitForTimeout(300);
  const { log, alerts } = await heard();
  expect(log).toEqual([]);
  expect(alerts).toHaveLength(1);
  expect(alerts[0]).toContain('This may be an emergency');
});

it('does not count down aloud', async () => {
  stage.server.chat = (teller) => teller.refuse(429, 'rate_limited', { retryAfter: 9 });
  const page = await stage.open();
  const heard = await listen(page);
  await ask(page, 'What is CIK therapy?');
  await main(page)
    .getByText(/in [67] seconds/)
    .waitFor();
  const { log, alerts } = await heard();
  expect(log).toEqual([]);
  expect(alerts).toHaveLength(1);
});
