import { rm } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from './launch-browser.ts';
import { buildPage } from './page-build.ts';
import { chemotherapy, whatIsCik } from './page-documents.ts';
import { welcome } from './page-replies.ts';
import { type PageServer, startPageServer } from './page-server.ts';

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

export interface Stage {
  server: PageServer;
  /** Opens the page in a fresh browser profile; what it may not do is collected and checked after each test. */
  open(options?: BrowserContextOptions): Promise<Page>;
}

/** The built page on a scripted server, in a real browser. Call it at the top of a test file. */
export function setStage(): Stage {
  let browser: Browser;
  let pageDir: string;
  let complaints: string[] = [];
  const stage = {} as Stage;

  beforeAll(async () => {
    [browser, pageDir] = await Promise.all([launchBrowser(), buildPage()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    if (pageDir) await rm(pageDir, { recursive: true });
  });
  beforeEach(async () => {
    complaints = [];
    stage.server = await startPageServer(pageDir);
    stage.server.bodies.set('/v1/welcome', welcome);
    for (const document of [whatIsCik, chemotherapy]) {
      stage.server.bodies.set(`/v1/documents/${document.documentId}`, document);
    }
    stage.open = async (options = {}) => {
      const context = await browser.newContext({ viewport: phone, ...options });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== stage.server.url) complaints.push(`asked elsewhere: ${request.url()}`);
      });
      await page.goto(stage.server.url);
      await page.getByRole('heading', { name: 'How can I help?' }).waitFor();
      return page;
    };
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await stage.server.close();
    expect(complaints, 'policy violations, errors and foreign requests').toEqual([]);
  });
  return stage;
}

/** Writes a question and sends it with Enter. */
export async function ask(page: Page, question: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Your question' });
  await box.fill(question);
  await box.press('Enter');
}

/** What is on the page itself, without panels and without what is only spoken. */
export const main = (page: Page): Locator => page.getByRole('main');
