import { describe, expect, test } from 'vitest';
import type { ConversationStore } from '#domain/ports.ts';
import type { ReviewStore } from '#domain/review-store.ts';
import { asConversationId, asTurnId, opening } from '../support/conversation-samples.ts';
import { createFakeClock, dayMs, type FakeClock } from '../support/fake-clock.ts';
import { asItemId, everything, good, rateTurn, recordTurn, suiteAnswer } from '../support/review-samples.ts';

interface Stores {
  readonly reviews: ReviewStore;
  readonly conversations: ConversationStore;
}

const item = asItemId('item');
const bad = { ...good, correct: 'no' as const };

/** What every `ReviewStore` does, over the log of conversations it belongs to. `open` gives empty ones. */
export function reviewStoreContract(name: string, open: (clock: FakeClock) => Stores): void {
  async function openWithItem(clock = createFakeClock()) {
    const stores = open(clock);
    await recordTurn(stores.conversations, { talk: 'talk', turn: 'first' });
    const chosen = [{ id: item, turnId: asTurnId('first'), cause: 'sampled' as const }];
    await stores.reviews.addTurns({ chosen, considered: [asTurnId('first')] });
    return stores;
  }
  const idsOf = async (stores: Stores, filter = {}) =>
    (await stores.reviews.list({ ...everything, ...filter })).map(({ id }) => id);

  describe(`${name} fills the queue`, () => {
    test('offers each ended turn for consideration until it was considered', async () => {
      const { reviews, conversations } = open(createFakeClock());
      await recordTurn(conversations, { talk: 'talk', turn: 'first' });
      await conversations.append(opening(asConversationId('running'), asTurnId('second')));
      const offered = [{ conversationId: 'talk', turnId: 'first' }];
      expect(await reviews.unconsidered(10)).toEqual(offered);
      expect(await reviews.unconsidered(10)).toEqual(offered);
      await reviews.addTurns({ chosen: [], considered: [asTurnId('first')] });
      expect(await reviews.unconsidered(10)).toEqual([]);
      expect(await reviews.list(everything)).toEqual([]);
    });

    test('keeps one item of a turn, and the cause it came in for', async () => {
      const { reviews } = await openWithItem();
      const chosen = [{ id: asItemId('again'), turnId: asTurnId('first'), cause: 'thumbs_down' as const }];
      await reviews.addTurns({ chosen, considered: [] });
      expect(await reviews.list(everything)).toEqual([
        {
          id: 'item',
          source: 'turn',
          cause: 'sampled',
          state: 'open',
          addedAt: '2026-06-02T08:00:00.000Z',
          patientRating: null,
          suite: null,
          caseId: null,
          isRatedByMe: false,
        },
      ]);
    });

    test('finds the turns whose latest rating is down', async () => {
      const { reviews, conversations } = open(createFakeClock());
      await recordTurn(conversations, { talk: 'talk', turn: 'first' });
      await recordTurn(conversations, { talk: 'talk', turn: 'second', isLater: true });
      await rateTurn(conversations, 'talk', 'first', 'down');
      await rateTurn(conversations, 'talk', 'first', 'up');
      await rateTurn(conversations, 'talk', 'second', 'up');
      await rateTurn(conversations, 'talk', 'second', 'down');
      expect(await reviews.thumbsDown(10)).toEqual([{ conversationId: 'talk', turnId: 'second' }]);
      const chosen = [{ id: item, turnId: asTurnId('second'), cause: 'thumbs_down' as const }];
      await reviews.addTurns({ chosen, considered: [] });
      expect(await reviews.thumbsDown(10)).toEqual([]);
    });

    test('takes an answer of a suite once, as it was', async () => {
      const { reviews } = open(createFakeClock());
      const again = { ...suiteAnswer, reply: { ...suiteAnswer.reply, notice: 'changed' } };
      expect(await reviews.addAnswers([{ id: item, answer: suiteAnswer }])).toBe(1);
      expect(
        await reviews.addAnswers([
          { id: asItemId('same'), answer: suiteAnswer },
          { id: asItemId('other'), answer: again },
        ]),
      ).toBe(1);
      expect((await reviews.find(item))?.subject).toEqual({ source: 'suite', ...suiteAnswer });
      expect(await reviews.list(everything)).toMatchObject([
        { id: 'item', source: 'suite', suite: 'answers', caseId: 'cold-01' },
        { id: 'other' },
      ]);
    });
  });

  describe(`${name} lists the queue`, () => {
    test('by state, source, rating and reviewer, from where the last page ended', async () => {
      const clock = createFakeClock();
      const stores = await openWithItem(clock);
      const { reviews, conversations } = stores;
      await rateTurn(conversations, 'talk', 'first', 'down');
      clock.advance(1);
      await reviews.addAnswers([{ id: asItemId('a-suite'), answer: suiteAnswer }]);
      await reviews.rate(item, { reviewer: 'anna', rubric: good, comment: null });
      expect(await idsOf(stores)).toEqual(['item', 'a-suite']);
      expect(await idsOf(stores, { after: item })).toEqual(['a-suite']);
      expect(await idsOf(stores, { limit: 1 })).toEqual(['item']);
      expect(await idsOf(stores, { source: 'suite' })).toEqual(['a-suite']);
      expect(await idsOf(stores, { isDown: true })).toEqual(['item']);
      expect(await idsOf(stores, { mine: 'todo' })).toEqual(['a-suite']);
      expect(await idsOf(stores, { mine: 'rated' })).toEqual(['item']);
      expect(await idsOf(stores, { mine: 'todo', reviewer: 'ben' })).toEqual(['item', 'a-suite']);
      expect(await idsOf(stores, { state: 'agreed' })).toEqual([]);
      await reviews.rate(item, { reviewer: 'ben', rubric: good, comment: null });
      expect(await idsOf(stores, { state: 'agreed' })).toEqual(['item']);
      expect(await idsOf(stores, { mine: 'todo', reviewer: 'carl' })).toEqual(['a-suite']);
    });
  });

  describe(`${name} keeps judgements`, () => {
    test('two agreeing ones settle an item', async () => {
      const { reviews } = await openWithItem();
      const once = await reviews.rate(item, { reviewer: 'ben', rubric: good, comment: 'It helps.' });
      expect(once).toMatchObject({ state: 'open', ratings: [{ reviewer: 'ben', comment: 'It helps.' }] });
      expect(await reviews.judged()).toEqual([]);
      const twice = await reviews.rate(item, { reviewer: 'anna', rubric: good, comment: null });
      expect(twice).toEqual({
        id: 'item',
        cause: 'sampled',
        state: 'agreed',
        addedAt: '2026-06-02T08:00:00.000Z',
        subject: { source: 'turn', turn: { conversationId: 'talk', turnId: 'first' } },
        ratings: [
          { reviewer: 'ben', rubric: good, comment: 'It helps.', ratedAt: '2026-06-02T08:00:00.000Z' },
          { reviewer: 'anna', rubric: good, comment: null, ratedAt: '2026-06-02T08:00:00.000Z' },
        ],
        adjudication: null,
      });
      expect(await reviews.judged()).toEqual([twice]);
      expect(await reviews.find(item)).toEqual(twice);
    });

    test('refuses a second one of the same person and a third of anyone, also at once', async () => {
      const { reviews } = await openWithItem();
      const rate = (reviewer: string) => reviews.rate(item, { reviewer, rubric: good, comment: null });
      const ends = await Promise.allSettled(['ben', 'ben', 'anna', 'carl'].map(rate));
      expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
      for (const end of ends) if (end.status === 'rejected') expect(end.reason.code).toBe('state_conflict');
      await expect(
        reviews.rate(asItemId('none'), { reviewer: 'ben', rubric: good, comment: null }),
      ).rejects.toMatchObject({ code: 'not_found' });
    });

    test('lets a third person decide where two differ, once', async () => {
      const { reviews } = await openWithItem();
      const decide = (adjudicator: string) =>
        reviews.adjudicate(item, { adjudicator, rubric: bad, reason: 'The guide says otherwise.' });
      await expect(decide('carl')).rejects.toMatchObject({ code: 'state_conflict' });
      await reviews.rate(item, { reviewer: 'anna', rubric: good, comment: null });
      const differing = await reviews.rate(item, { reviewer: 'ben', rubric: bad, comment: null });
      expect(differing.state).toBe('needs_adjudication');
      await expect(decide('ben')).rejects.toMatchObject({ code: 'forbidden' });
      expect(await decide('carl')).toMatchObject({
        state: 'adjudicated',
        adjudication: {
          adjudicator: 'carl',
          rubric: bad,
          reason: 'The guide says otherwise.',
          decidedAt: '2026-06-02T08:00:00.000Z',
        },
      });
      await expect(decide('dora')).rejects.toMatchObject({ code: 'state_conflict' });
    });

    test('keeps cases made of real questions, each id once', async () => {
      const { reviews } = open(createFakeClock());
      const promoted = { caseId: 'real-1', line: '{"id":"real-1"}', promotedBy: 'anna' };
      await reviews.keepPromoted(promoted);
      expect(await reviews.promoted()).toEqual([{ ...promoted, promotedAt: '2026-06-02T08:00:00.000Z' }]);
      await expect(reviews.keepPromoted(promoted)).rejects.toMatchObject({ name: 'Fault' });
    });
  });

  describe(`${name} forgets with the conversation`, () => {
    async function eraseJudged(how: (stores: Stores, clock: FakeClock) => Promise<unknown>) {
      const clock = createFakeClock();
      const stores = await openWithItem(clock);
      await rateTurn(stores.conversations, 'talk', 'first', 'down');
      await stores.reviews.addAnswers([{ id: asItemId('suite'), answer: suiteAnswer }]);
      await stores.reviews.rate(asItemId('suite'), { reviewer: 'anna', rubric: good, comment: 'Stays.' });
      await stores.reviews.rate(item, { reviewer: 'anna', rubric: good, comment: 'She said X.' });
      await stores.reviews.rate(item, { reviewer: 'ben', rubric: bad, comment: 'He said Y.' });
      await stores.reviews.adjudicate(item, { adjudicator: 'carl', rubric: bad, reason: 'They said Z.' });
      await how(stores, clock);
      return stores;
    }

    test.each([
      [
        'erasure',
        ({ conversations }: Stores, clock: FakeClock) => conversations.erase(asConversationId('talk'), clock.now()),
      ],
      [
        'retention',
        ({ conversations }: Stores, clock: FakeClock) => {
          clock.advance(dayMs);
          return conversations.purge(clock.now());
        },
      ],
    ])(
      'by %s: the item leaves the queue, its words and what it refers to are gone, the answers stay',
      async (_, how) => {
        const stores = await eraseJudged(how);
        const { reviews } = stores;
        expect(await idsOf(stores)).toEqual(['suite']);
        expect(await idsOf(stores, { isDown: true })).toEqual([]);
        expect(await reviews.thumbsDown(10)).toEqual([]);
        const [left] = await reviews.judged();
        expect(left).toMatchObject({ id: 'item', subject: { source: 'turn', turn: null } });
        expect(left?.ratings.map(({ rubric, comment }) => [rubric.correct, comment])).toEqual([
          ['yes', null],
          ['no', null],
        ]);
        expect(left?.adjudication).toMatchObject({ rubric: bad, reason: null });
        expect((await reviews.find(asItemId('suite')))?.ratings[0]?.comment).toBe('Stays.');
      },
    );

    test('and takes no judgement of what was erased, nor a turn of it', async () => {
      const clock = createFakeClock();
      const { reviews, conversations } = await openWithItem(clock);
      await recordTurn(conversations, { talk: 'talk', turn: 'second', isLater: true });
      await conversations.erase(asConversationId('talk'), clock.now());
      const rating = { reviewer: 'anna', rubric: good, comment: 'Late.' };
      await expect(reviews.rate(item, rating)).rejects.toMatchObject({ code: 'erased' });
      expect(await reviews.unconsidered(10)).toEqual([]);
      const chosen = [{ id: asItemId('late'), turnId: asTurnId('second'), cause: 'sampled' as const }];
      await reviews.addTurns({ chosen, considered: [] });
      expect(await reviews.find(asItemId('late'))).toBeNull();
    });
  });
}
