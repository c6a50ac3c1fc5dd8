import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { withdrawn } from '../support/page-documents.ts';
import { answered, cite, reply } from '../support/page-replies.ts';
import { streams } from '../support/page-server.ts';
import { ask, desktop, phone, setStage } from '../support/page-stage.ts';

const stage = setStage();

async function openSource(page: Page, n: number): Promise<string[]> {
  await ask(page, 'What is CIK therapy?');
  await page.getByText('Where this comes from').waitFor();
  await page
    .getByRole('button', { name: new RegExp(`^Source ${n}:`) })
    .first()
    .click();
  await page.locator('mark').first().waitFor();
  return page.locator('mark').allTextContents();
}

it.each([phone, desktop])('opens the document at the quoted words, on a screen of %o', async (viewport) => {
  stage.server.chat = streams(answered);
  const page = await stage.open({ viewport });
  expect(await openSource(page, 1)).toEqual([answered.citations[0]?.quote]);
  const panel = page.getByRole('dialog', { name: 'What Is CIK Therapy?' });
  await panel.getByText('Reviewed by CancerFax Medical Team on June 2, 2026').waitFor();
  const [mark, region] = await Promise.all([
    page.locator('mark').first().boundingBox(),
    panel.getByRole('region', { name: 'Text of the document' }).boundingBox(),
  ]);
  expect(mark!.y).toBeGreaterThanOrEqual(region!.y);
  expect(mark!.y + mark!.height).toBeLessThanOrEqual(Math.min(region!.y + region!.height, viewport.height));
  expect(stage.server.requests.some(({ path }) => path === `/v1/documents/what-is-cik?version=${'a'.repeat(64)}`)).toBe(
    true,
  );
});

it('marks quoted words across emphasis, without the marks of Markdown', async () => {
  stage.server.chat = streams(answered);
  const page = await stage.open();
  const quote = answered.citations[1]?.quote ?? '';
  expect((await openSource(page, 2)).join('')).toBe(quote.replaceAll('**', ''));
});

it('marks a quoted row of a table, cell by cell, and says that the review is overdue', async () => {
  stage.server.chat = streams(answered);
  const page = await stage.open();
  expect(await openSource(page, 3)).toEqual(['Cycle 1', 'Day 14', '4 infusions']);
  await page.getByText('past the date for its next review').waitFor();
  await page.getByText('The document does not name a reviewer').waitFor();
});

it('goes to other documents with the same words, and back', async () => {
  stage.server.chat = streams(answered);
  const page = await stage.open();
  await openSource(page, 1);
  await page.getByRole('button', { name: 'CIK and Chemotherapy', exact: true }).click();
  await page.getByRole('dialog', { name: 'CIK and Chemotherapy' }).waitFor();
  await expect
    .poll(() => page.locator('mark').allTextContents())
    .toEqual(['The cells are collected from the blood of the patient.']);
  await page.getByRole('button', { name: 'What Is CIK Therapy?', exact: true }).click();
  await expect.poll(() => page.locator('mark').allTextContents()).toEqual([answered.citations[0]?.quote]);
});

it('shows markup in a document as text', async () => {
  stage.server.chat = streams(answered);
  const page = await stage.open();
  await openSource(page, 1);
  await page.getByText('<script>window.wasRun = true</script>').waitFor();
  expect(await page.evaluate('window.wasRun')).toBeUndefined();
});

it('says that a document was withdrawn, and still shows the words that were used', async () => {
  const citation = cite(1, withdrawn, 'CIK cells are the patient', null);
  stage.server.chat = streams(
    reply({
      answer: {
        text: '',
        readingGrade: 9,
        reviewed: null,
        sentences: [{ text: 'They are the patient’s own.', citations: [1] }],
      },
      citations: [citation],
    }),
  );
  const details = { title: 'An older guide', withdrawnOn: '2026-08-01', successor: 'What Is CIK Therapy?' };
  const error = { code: 'withdrawn', message: '', requestId: '', withdrawn: details };
  stage.server.bodies.set('/v1/documents/old-guide', [410, { error }]);
  const page = await stage.open();
  await ask(page, 'What is CIK therapy?');
  await page.getByRole('button', { name: 'Source 1: An older guide' }).last().click();
  await page.getByText('This document was withdrawn on August 1, 2026. It was replaced by').waitFor();
  await page.getByText('CIK cells are the patient').waitFor();
});
