import { expect, it } from 'vitest';
import {
  abstained,
  answered,
  corrected,
  crisis,
  escalated,
  referred,
  reply,
  urgent,
  welcome,
} from '../support/page-replies.ts';
import { streams } from '../support/page-server.ts';
import { ask, main, phone, setStage } from '../support/page-stage.ts';

const stage = setStage();

it.each([
  ['emergency', escalated],
  ['urgent', urgent],
  ['crisis', crisis],
])('shows the card for %s at once and in sight, with calls to tap', async (_, outcome) => {
  stage.server.chat = (teller) => teller.stream(outcome, 0, { from: 1, to: 2 });
  const page = await stage.open();
  await ask(page, 'help');
  const card = page.getByRole('alert');
  await card.getByRole('heading', { name: outcome.notice?.title ?? '' }).waitFor();
  const call = card.getByRole('link').first();
  expect(await call.getAttribute('href')).toBe(outcome.notice?.actions[0]?.href);
  const box = await call.boundingBox();
  expect(box!.height).toBeGreaterThanOrEqual(44);
  expect(box!.y + box!.height).toBeLessThan(phone.height);
});

it('shows each paragraph of a card in two languages in its own direction', async () => {
  const notice = {
    ...escalated.notice!,
    locale: 'ar',
    title: 'قد تكون هذه حالة طارئة · This may be an emergency',
    text: 'اتصل الآن برقم الطوارئ المحلي.\n\nCall your local emergency number now.',
  };
  stage.server.chat = streams(reply({ ...escalated, notice }));
  const page = await stage.open();
  await ask(page, 'أبي لا يستطيع التنفس');
  const card = page.getByRole('alert');
  await card.getByRole('heading', { name: notice.title }).waitFor();
  const areRightToLeft = await card
    .locator('h3, p')
    .evaluateAll((elements) => elements.map((element) => element.matches(':dir(rtl)')));
  expect(areRightToLeft).toEqual([true, true, false]);
});

it('says who was told, and says so too when nobody could be', async () => {
  stage.server.chat = streams(escalated);
  const page = await stage.open();
  await ask(page, 'I cannot breathe');
  await main(page).getByText('Your message was passed on to the team.').waitFor();
  await main(page).getByText('Your reference: CF-2041').waitFor();
  stage.server.chat = streams(reply({ ...escalated, turnId: 'turn-2', recorded: false, handoff: null }));
  await ask(page, 'I cannot breathe');
  await main(page).getByText('This message could not be passed on to the team.').waitFor();
});

it('says what it did not find, offers a person and other questions', async () => {
  stage.server.chat = streams(abstained);
  const page = await stage.open();
  await ask(page, 'What does CIK cost in India?');
  await page.getByRole('heading', { name: 'I could not find this in the guides' }).waitFor();
  const turn = page.getByRole('list', { name: 'Conversation' });
  expect(await turn.getByText('I found nothing about:').count()).toBe(1);
  await turn.getByText('India', { exact: true }).waitFor();
  await turn.getByRole('button', { name: 'Which cancers is CIK therapy used for?' }).waitFor();
  await turn.getByRole('button', { name: 'Talk to a person' }).click();
  const panel = page.getByRole('dialog', { name: 'Talk to a person' });
  await panel.getByRole('link', { name: 'Call +00 00 0000 0000' }).waitFor();
  await panel.getByText('Hours: Monday to Friday').waitFor();
  await panel.getByRole('heading', { name: 'In an emergency' }).waitFor();
});

it('keeps what only a person can say apart from what the guides say in general', async () => {
  stage.server.chat = streams(referred);
  const page = await stage.open();
  await ask(page, 'Should my mother have CIK?');
  await main(page).getByText('You could also ask').waitFor();
  const headings = await page.getByRole('list', { name: 'Conversation' }).getByRole('heading').allTextContents();
  expect(headings.slice(0, 3)).toEqual([
    'You asked: Should my mother have CIK?',
    'About your own case',
    'What the guides say in general',
  ]);
});

it('corrects a premise and names what is not covered', async () => {
  stage.server.chat = streams(corrected);
  const page = await stage.open();
  await ask(page, 'Since CIK is a pill, what does it cost in India?');
  await main(page).getByText('The guides say this differently from your question').waitFor();
  await main(page).getByText('Not found in the guides:').waitFor();
  await main(page).getByText('cost in India', { exact: true }).waitFor();
});

it('tells a limitation and another source from the answer itself', async () => {
  const sentences = [
    { text: 'Response was 40%.', citations: [1] },
    { text: 'Response was 30%.', citations: [1], role: 'other_source' as const },
    { text: 'The trials were small.', citations: [1], role: 'caveat' as const },
  ];
  stage.server.chat = streams(
    reply({ ...corrected, premise: null, answer: { text: '', sentences, readingGrade: 3, reviewed: null } }),
  );
  const page = await stage.open();
  await ask(page, 'How often is there a response?');
  const card = main(page).locator('.answer');
  await card.getByText('Limits of this figure').waitFor();
  expect(await card.locator('.sentence-label').allTextContents()).toEqual([
    'Another guide gives a different figure',
    'Limits of this figure',
  ]);
});

it('says honestly that no way to a person is known', async () => {
  stage.server.bodies.set('/v1/welcome', { ...welcome, person: null });
  const page = await stage.open();
  await page.getByRole('button', { name: 'Talk to a person' }).click();
  await page.getByText('CancerFax has not yet said here how to reach a person.').waitFor();
  await page.getByText('ask the team that treats you').waitFor();
});

const mark = { id: 'what-is-cik', version: '1', reviewedBy: null, reviewedOn: null };
const inPlainWords = (
  reviewed: typeof mark | { id: string; version: string; reviewedBy: string; reviewedOn: string },
) => reply({ ...answered, answer: answered.answer && { ...answered.answer, reviewed } });

it('says of plain words that nobody has signed them, with the first sentence and not only at the end', async () => {
  stage.server.chat = async (teller) => {
    await teller.stream(inPlainWords(mark), 0, { from: 1, to: 2 });
  };
  const page = await stage.open();
  await ask(page, 'What is CIK?');
  const turn = page.getByRole('list', { name: 'Conversation' });
  await turn.getByText('Plain-language answer, not yet signed by a reviewer').waitFor();
  await turn.getByRole('heading', { name: 'Answer in plain words, from the guides' }).waitFor();
  expect(await turn.getByText('Automatic answer from the guides').count()).toBe(0);
});

it('says who has signed plain words, and nothing of the kind where the words are the documents’ own', async () => {
  stage.server.chat = streams(inPlainWords({ ...mark, reviewedBy: 'Dr Ada Brook', reviewedOn: '2026-11-20' }));
  const page = await stage.open();
  await ask(page, 'What is CIK?');
  await main(page).getByText('You could also ask').waitFor();
  await main(page)
    .getByText(/^Plain-language answer, signed by Dr Ada Brook on .*2026/)
    .waitFor();
  stage.server.chat = streams(reply({ ...answered, turnId: 'turn-2' }));
  await ask(page, 'How are the cells made?');
  await main(page).getByText('Automatic answer from the guides').waitFor();
  expect(
    await main(page)
      .getByText(/^Plain-language answer/)
      .count(),
  ).toBe(1);
});
