import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  abstained,
  corrected,
  crisis,
  emergencyLine,
  escalated,
  referred,
  replied,
  toldTooMuch,
  urgent,
} from '../support/page-replies.ts';
import type { PageServer } from '../support/page-server.ts';
import { streams } from '../support/page-server.ts';
import { ask, desktop, main, phone, setStage } from '../support/page-stage.ts';

const stage = setStage();

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`);
}

type Reach = (page: Page, server: PageServer) => Promise<unknown>;

const told =
  (outcome: typeof replied): Reach =>
  async (page, server) => {
    server.chat = streams(outcome);
    await ask(page, 'What is CIK therapy?');
    await main(page).getByText('It is not medical advice').nth(1).waitFor();
  };

const refused =
  (code: string): Reach =>
  async (page, server) => {
    server.bodies.set('/readyz', [503, { done: 3, total: 5, etaSeconds: 12 }]);
    server.chat = (teller) => teller.refuse(503, code, { retryAfter: 20, notice: emergencyLine });
    await ask(page, 'What is CIK therapy?');
    await page.getByRole('alert').waitFor();
  };

const states: Record<string, Reach> = {
  'before the first question': async () => undefined,
  answered: told(corrected),
  abstained: told(abstained),
  referred: told(referred),
  emergency: told(escalated),
  urgent: told(urgent),
  crisis: told(crisis),
  replied: told(replied),
  'told too much': told(toldTooMuch),
  streaming: async (page, server) => {
    server.chat = (teller) => teller.stream(corrected, 0, { from: 1, to: 2 });
    await ask(page, 'What is CIK therapy?');
    await main(page).getByText('Still looking').waitFor();
  },
  failed: async (page, server) => {
    server.chat = async (teller) => {
      await teller.stream(corrected, 0, { from: 1, to: 2 });
      teller.write('event: error\ndata: {"error":{"code":"internal"}}\n\n');
    };
    await ask(page, 'What is CIK therapy?');
    await page.getByRole('alert').waitFor();
  },
  'asked too often': refused('rate_limited'),
  'not ready': refused('not_ready'),
  source: async (page, server) => {
    await told(corrected)(page, server);
    await page
      .getByRole('button', { name: /^Source 1:/ })
      .first()
      .click();
    await page.getByText('The same words are also in').waitFor();
  },
  table: async (page, server) => {
    await told(corrected)(page, server);
    await page
      .getByRole('button', { name: /^Source 3:/ })
      .first()
      .click();
    await page.locator('mark').first().waitFor();
  },
  person: (page) => page.getByRole('button', { name: 'Talk to a person' }).click(),
  deleting: async (page, server) => {
    await told(replied)(page, server);
    await page.getByRole('button', { name: 'More' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete my conversation' }).click();
  },
};

it.each(Object.keys(states))('has no known accessibility fault on any screen, light or dark: %s', async (name) => {
  const page = await stage.open({ viewport: phone, reducedMotion: 'reduce' });
  await states[name]?.(page, stage.server);
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), `${viewport.width} ${colorScheme}`).toEqual([]);
    }
  }
});

it.each([
  { width: 320, height: 568 },
  { width: 320, height: 256 },
])('needs no sideways scrolling at %o', async (viewport) => {
  const page = await stage.open({ viewport });
  const width = () => page.evaluate('document.scrollingElement.scrollWidth');
  expect(await width()).toBe(320);
  await told(corrected)(page, stage.server);
  expect(await width()).toBe(320);
  await page
    .getByRole('button', { name: /^Source 3:/ })
    .first()
    .click();
  await page.locator('mark').first().waitFor();
  expect(await page.evaluate('document.querySelector(".sheet-body").scrollWidth')).toBe(320);
  await page.getByRole('button', { name: 'Close' }).click();
});

it.each([phone, { width: 320, height: 568 }])('has targets of 44 px at %o', async (viewport) => {
  const page = await stage.open({ viewport });
  const small = () =>
    page.evaluate(`[...document.querySelectorAll('button, a, summary, textarea')]
      .filter((e) => e.checkVisibility() && !e.matches('.skip'))
      .map((e) => ({ name: e.className + ' ' + e.textContent, box: e.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 44 || box.height < 44).map(({ name }) => name)`);
  for (const outcome of [corrected, referred, escalated]) {
    await told(outcome)(page, stage.server);
    expect(await small()).toEqual([]);
  }
  await page
    .getByRole('button', { name: /^Source 1:/ })
    .first()
    .click();
  await page.getByText('The same words are also in').waitFor();
  expect(await small()).toEqual([]);
});

it('has nothing that moves where motion is not wanted', async () => {
  const page = await stage.open({ reducedMotion: 'reduce' });
  await states['streaming']?.(page, stage.server);
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
});

it('keeps the borders of cards and buttons in forced colours', async () => {
  const page = await stage.open({ forcedColors: 'active' });
  await told(escalated)(page, stage.server);
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.emergency')).borderTopWidth`)).toBe('6px');
});
