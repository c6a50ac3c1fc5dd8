import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHistory } from '#evaluation/report/render-history.ts';
import { renderReport } from '#evaluation/report/render-report.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { sampleHistory, sampleReport } from '../support/report-sample.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const phone = { width: 360, height: 740 };
const desktop = { width: 1280, height: 900 };
const pages = { report: renderReport(sampleReport()), history: renderHistory(sampleHistory()) };

async function open(html: string): Promise<{ page: Page; troubles: string[] }> {
  const page = await browser.newPage({ viewport: phone });
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => troubles.push(request.url()));
  await page.setContent(html);
  return { page, troubles };
}

const violations = (page: Page): Promise<string[]> =>
  page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)))`);

describe.each(Object.entries(pages))('the %s page', (_, html) => {
  it.each([
    ['folded', phone],
    ['folded', desktop],
    ['open', phone],
    ['open', desktop],
  ] as const)('has no known accessibility fault, %s, at %o, light or dark', async (state, viewport) => {
    const { page } = await open(html);
    await page.setViewportSize(viewport);
    await page.evaluate(axe.source);
    await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = ${state === 'open'}; })`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await page.close();
  });

  it('needs no sideways scrolling of the page, loads nothing and runs nothing', async () => {
    const { page, troubles } = await open(html);
    await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate('document.scrollingElement.scrollWidth'), String(width)).toBe(width);
    }
    // Nor does a table or a list in it, but what is folded for developers.
    const wide = `[...document.querySelectorAll('.scroll, .matrix, .lines, .figures')].filter((one) => !one.closest('.trace') && one.scrollWidth > one.clientWidth + 1).map((one) => one.className)`;
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      if (html === pages.report) expect(await page.evaluate(wide), String(width)).toEqual([]);
    }
    expect(await page.title()).toMatch(/^Evaluation/u);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('prints what is folded, in light colours, within the width of the paper', async () => {
    const { page } = await open(html);
    await page.setViewportSize({ width: 700, height: 1000 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('document.scrollingElement.scrollWidth')).toBe(700);
    expect(await page.evaluate(`getComputedStyle(document.documentElement).backgroundColor`)).toBe(
      'rgb(255, 255, 255)',
    );
    const folded = `[...document.querySelectorAll('details:not(.trace):not([open]) > summary + *')].filter((one) => !one.closest('.trace'))`;
    expect(await page.evaluate(`${folded}.length`)).toBeGreaterThan(5);
    expect(await page.evaluate(`${folded}.filter((one) => one.getBoundingClientRect().height === 0).length`)).toBe(0);
    await page.close();
  });
});
