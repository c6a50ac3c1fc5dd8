import { describe, expect, it } from 'vitest';
import { evalCaseSchema } from '#evaluation/eval-case.ts';
import { agreementSchema, promotionSchema, reviewItemSchema, reviewListSchema } from '#wire/review.ts';
import { abstainedResult, asConversationId, escalatedResult } from '../support/conversation-samples.ts';
import { createReviewApp } from '../support/create-review-app.ts';
import { asItemId, good, rateTurn, recordTurn, suiteAnswer } from '../support/review-samples.ts';

const none = { seed: 1, any: 0, abstained: 0, escalated: 0 };
const bad = { ...good, rightOutcome: 'no' };

/** One real turn with a thumbs-down, up for review. */
async function openWithTurn() {
  const test = createReviewApp({ shares: none });
  const { conversations } = test.storage;
  await recordTurn(conversations, { talk: 'talk', turn: 'first', said: 'What is it?' });
  await recordTurn(conversations, {
    talk: 'talk',
    turn: 'second',
    said: 'And how is wordsofapatient kept?',
    isLater: true,
  });
  await rateTurn(conversations, 'talk', 'second', 'down', 'commentofapatient');
  await recordTurn(conversations, { talk: 'talk', turn: 'third', said: 'Afterwards', isLater: true });
  const { body } = await test.get('anna', 'items');
  return { ...test, id: reviewListSchema.parse(body).items[0]?.id ?? '' };
}

describe('the queue', () => {
  it('holds every thumbs-down, and of other turns the configured shares', async () => {
    const test = createReviewApp({ shares: { ...none, abstained: 1, escalated: 1 } });
    const { conversations } = test.storage;
    await recordTurn(conversations, { talk: 'a', turn: 'answered' });
    await recordTurn(conversations, { talk: 'b', turn: 'abstained', result: abstainedResult });
    await recordTurn(conversations, { talk: 'c', turn: 'escalated', result: escalatedResult });
    const causes = async (query = '') =>
      reviewListSchema
        .parse((await test.get('anna', `items${query}`)).body)
        .items.map(({ cause }) => cause)
        .sort();
    expect(await causes()).toEqual(['abstained', 'escalated']);
    await rateTurn(conversations, 'a', 'answered', 'down');
    expect(await causes()).toEqual(['abstained', 'escalated', 'thumbs_down']);
    expect(await causes('?rating=down')).toEqual(['thumbs_down']);
    await rateTurn(conversations, 'a', 'answered', 'up');
    expect(await causes('?rating=down')).toEqual([]);
  });

  it('fills up with many turns at once, and looks at each once', async () => {
    const test = createReviewApp();
    const turns = Array.from({ length: 450 }, (_one, i) => `turn-${i}`);
    for (const turn of turns) await recordTurn(test.storage.conversations, { talk: `talk-${turn}`, turn });
    const pages: string[] = [];
    for (let after = ''; ; after = `&after=${pages.at(-1)}`) {
      const { items } = reviewListSchema.parse((await test.get('anna', `items?limit=200${after}`)).body);
      if (items.length === 0) break;
      pages.push(...items.map(({ id }) => id));
    }
    expect(new Set(pages).size).toBe(450);
    expect(await test.storage.reviews.unconsidered(10)).toEqual([]);
  });

  it.each(['?state=closed', '?rating=up', '?mine=yes', '?limit=0', '?limit=201', '?after=a%20b', '?words=x'])(
    'refuses %s',
    async (query) => {
      expect((await createReviewApp().get('anna', `items${query}`)).status).toBe(422);
    },
  );
});

describe('an item', () => {
  it('shows the question with what came before, the reply with its citations, and the feedback', async () => {
    const { get, id } = await openWithTurn();
    const item = reviewItemSchema.parse((await get('anna', `items/${id}`)).body);
    expect(item).toMatchObject({ source: 'turn', turnId: 'second', state: 'open', ratings: [], adjudication: null });
    expect(item.shown).toMatchObject({
      question: 'And how is wordsofapatient kept?',
      reply: { outcome: 'answered', sentences: [{ citations: [1] }], citations: [{ quote: 'Cells are kept cold.' }] },
      earlier: [{ question: 'What is it?', reply: { outcome: 'answered' } }],
      feedback: { rating: 'down', comment: 'commentofapatient' },
    });
  });

  it('of a suite shows what was stored of the run', async () => {
    const { review, get } = createReviewApp();
    const turns = ['What is it?', 'And how is it kept?'];
    await review.addAnswers([{ ...suiteAnswer, turns }]);
    const { items } = reviewListSchema.parse((await get('anna', 'items?source=suite')).body);
    const item = reviewItemSchema.parse((await get('anna', `items/${items[0]?.id}`)).body);
    expect(item).toMatchObject({ source: 'suite', cause: 'suite', suite: 'answers', caseId: 'cold-01', turnId: null });
    expect(item.shown).toEqual({
      question: 'And how is it kept?',
      reply: suiteAnswer.reply,
      earlier: [{ question: 'What is it?', reply: null }],
      feedback: null,
    });
  });

  it('is gone for everybody once its conversation is erased', async () => {
    const { get, post, id, storage, clock } = await openWithTurn();
    await storage.conversations.erase(asConversationId('talk'), clock.now());
    expect((await get('anna', 'items')).body).toEqual({ items: [] });
    expect((await get('anna', `items/${id}`)).status).toBe(410);
    expect((await post('anna', `items/${id}/ratings`, good)).status).toBe(410);
    expect((await get('anna', 'items/unknown')).status).toBe(404);
  });
});

describe('rating', () => {
  it('shows nobody the rating of another before their own', async () => {
    const { get, post, id } = await openWithTurn();
    const raters = async (name: string) =>
      reviewItemSchema.parse((await get(name, `items/${id}`)).body).ratings.map(({ reviewer }) => reviewer);
    expect((await post('anna', `items/${id}/ratings`, { ...good, comment: 'fine' })).status).toBe(200);
    expect(await raters('anna')).toEqual(['anna']);
    for (const name of ['ben', 'carl', 'judge']) expect(await raters(name)).toEqual([]);
    expect(JSON.stringify((await get('ben', 'items')).body)).not.toContain('anna');
    expect((await get('ben', 'agreement')).body).toMatchObject({ items: 0 });
    const second = await post('ben', `items/${id}/ratings`, good);
    expect(second.body).toMatchObject({ state: 'agreed', ratings: [{ reviewer: 'anna' }, { reviewer: 'ben' }] });
    expect(await raters('carl')).toEqual(['anna', 'ben']);
  });

  it('is once for each, twice for an item, and whole', async () => {
    const { post, id } = await openWithTurn();
    const rate = (name: string, body: object = good) => post(name, `items/${id}/ratings`, body);
    expect((await rate('anna', { ...good, correct: 'maybe' })).status).toBe(422);
    expect((await rate('anna', { correct: 'yes' })).status).toBe(422);
    expect((await rate('anna', { ...good, stars: 5 })).status).toBe(422);
    expect((await rate('anna')).status).toBe(200);
    expect(await rate('anna')).toMatchObject({ status: 409, body: { error: { code: 'state_conflict' } } });
    expect((await rate('ben')).status).toBe(200);
    expect((await rate('carl')).status).toBe(409);
  });

  it('that differs waits for a third person, who gives a reason', async () => {
    const { get, post, id } = await openWithTurn();
    await post('anna', `items/${id}/ratings`, good);
    expect((await post('ben', `items/${id}/ratings`, bad)).body).toMatchObject({ state: 'needs_adjudication' });
    const decide = (name: string, body: object) => post(name, `items/${id}/adjudication`, body);
    expect((await decide('judge', bad)).status).toBe(422);
    expect((await decide('anna', { ...good, reason: 'I said so.' })).status).toBe(403);
    expect((await decide('judge', { ...bad, reason: 'It is about one person.' })).body).toMatchObject({
      state: 'adjudicated',
      adjudication: { adjudicator: 'judge', reason: 'It is about one person.' },
    });
    expect((await decide('carl', { ...good, reason: 'No.' })).status).toBe(409);
    const { questions } = agreementSchema.parse((await get('carl', 'agreement')).body);
    expect(questions.find(({ question }) => question === 'rightOutcome')?.final).toEqual({
      yes: 0,
      no: 1,
      cannot_tell: 0,
    });
  });

  it('can be taken out as lines: judged items only, with no words of a patient', async () => {
    const { app, bearer, post, id, storage, clock } = await openWithTurn();
    const lines = async () =>
      (await (await app.request('/v1/review/ratings', { headers: bearer('carl') })).text())
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
    await post('anna', `items/${id}/ratings`, { ...good, comment: 'mine' });
    expect(await lines()).toEqual([]);
    await post('ben', `items/${id}/ratings`, good);
    const [line] = await lines();
    expect(line).toMatchObject({ itemId: id, turnId: 'second', erased: false, state: 'agreed' });
    expect(line.ratings).toMatchObject([{ reviewer: 'anna', comment: 'mine', rubric: good }, { reviewer: 'ben' }]);
    expect(JSON.stringify(line)).not.toMatch(/ofapatient/);
    await storage.conversations.erase(asConversationId('talk'), clock.now());
    expect((await lines())[0]).toMatchObject({ turnId: null, erased: true, ratings: [{ comment: null }, {}] });
  });
});

describe('promotion', () => {
  const draft = { turns: ['How are the cells kept?'], expected: { outcome: 'answered' }, tags: ['real'] };

  it('gives a case that holds nothing of the conversation, and keeps it', async () => {
    const { app, bearer, post, id, storage } = await openWithTurn();
    const { status, body } = await post('anna', `items/${id}/promotion`, {
      ...draft,
      facts: { required: [['cold', 'frozen']] },
    });
    expect(status).toBe(200);
    const { case: made, line } = promotionSchema.parse(body);
    expect(evalCaseSchema.parse(JSON.parse(line))).toEqual(evalCaseSchema.parse(made));
    expect(made).toMatchObject({
      turns: ['How are the cells kept?'],
      expected: { outcome: 'answered', reason: null },
      facts: { required: [['cold', 'frozen']], forbidden: [] },
      author: 'evaluator:anna',
      reviewer: null,
      date: '2026-06-02',
      split: 'dev',
    });
    for (const trace of [id, 'talk', 'second', 'wordsofapatient']) expect(line).not.toContain(trace);
    expect(await storage.reviews.promoted()).toMatchObject([{ line, promotedBy: 'anna' }]);
    const file = await (await app.request('/v1/review/promoted', { headers: bearer('ben') })).text();
    expect(file).toBe(`${line}\n`);
  });

  it('says which kind of identifier was left and where, never its words', async () => {
    const { post, id, storage } = await openWithTurn();
    const { status, body } = await post('anna', `items/${id}/promotion`, {
      ...draft,
      turns: ['My name is Zebedee', 'Write to zebedee@example.org, born 3 May 1961'],
      facts: { forbidden: [['call +44 7700 900123']] },
    });
    expect(status).toBe(422);
    const { fields } = (body as { error: { fields: { path: string; problem: string }[] } }).error;
    expect(fields.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['turns.0', 'turns.1', 'facts.forbidden.0.0']),
    );
    expect(fields.map(({ problem }) => problem)).toEqual(
      expect.arrayContaining([
        'holds what looks like a name',
        'holds what looks like an e-mail address',
        'holds a full date, such as a date of birth',
        'holds what looks like a phone number',
      ]),
    );
    expect(JSON.stringify(body)).not.toMatch(/zebedee|7700|1961/i);
    expect(await storage.reviews.promoted()).toEqual([]);
  });

  it('is of real questions that are still there', async () => {
    const { post, id, review, storage, clock } = await openWithTurn();
    await review.addAnswers([suiteAnswer]);
    const suite = (
      await review.list({
        reviewer: 'anna',
        mine: null,
        state: null,
        source: 'suite',
        isDown: false,
        after: null,
        limit: 1,
      })
    )[0];
    expect((await post('anna', `items/${suite?.id}/promotion`, draft)).status).toBe(409);
    await storage.conversations.erase(asConversationId('talk'), clock.now());
    expect((await post('anna', `items/${id}/promotion`, draft)).status).toBe(410);
    expect((await post('anna', `items/${asItemId('none')}/promotion`, draft)).status).toBe(404);
  });
});

it('writes no words of patients or reviewers to the log, and says who read which item', async () => {
  const { get, post, id, lines } = await openWithTurn();
  await get('anna', `items/${id}`);
  await post('anna', `items/${id}/ratings`, { ...good, comment: 'commentofareviewer' });
  await post('ben', `items/${id}/ratings`, { ...bad, comment: 'x'.repeat(3000) });
  await post('ben', `items/${id}/promotion`, {
    turns: ['My name is wordsofapatient'],
    expected: { outcome: 'answered' },
  });
  const log = lines.join('\n');
  expect(log).not.toMatch(/ofapatient|ofareviewer|key-of|xxx/);
  expect(log).toContain(`"staff":"anna","itemId":"${id}"`);
});
