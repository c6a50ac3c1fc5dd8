import { Fault } from '#domain/fault.ts';
import type { ReviewItemId } from '#domain/ids.ts';
import { refuseErased, visibleRatings } from '#domain/judge-review.ts';
import type { ReviewItem } from '#domain/review.ts';
import { fillQueue } from './fill-queue.ts';
import { makeCase } from './make-case.ts';
import { measureAgreement } from './measure-agreement.ts';
import { type ReviewedTurn, readTurn } from './read-turn.ts';
import type { Review, ReviewDeps, ShownItem } from './review.ts';

export function createReview(deps: ReviewDeps): Review {
  const { store, log, clock, ids } = deps;

  async function find(id: ReviewItemId): Promise<ReviewItem> {
    const item = await store.find(id);
    if (item === null) throw new Fault('not_found', 'There is no such item.');
    refuseErased(item);
    return item;
  }

  async function read({ subject }: ReviewItem): Promise<ReviewedTurn> {
    if (subject.source === 'suite') {
      const earlier = subject.turns.slice(0, -1).map((question) => ({ question, reply: null }));
      return { question: subject.turns.at(-1) ?? '', reply: subject.reply, earlier, feedback: null };
    }
    const { turn } = subject;
    const shown = turn && readTurn(await log.entries(turn.conversationId), turn.turnId);
    // Erased since the item was read.
    if (shown === null) throw new Fault('erased', 'This turn was erased.');
    return shown;
  }

  async function show(item: ReviewItem, viewer: string): Promise<ShownItem> {
    const { subject, ...rest } = item;
    const isSuite = subject.source === 'suite';
    return {
      ...rest,
      ratings: visibleRatings(item, viewer),
      source: subject.source,
      turnId: isSuite ? null : (subject.turn?.turnId ?? null),
      suite: isSuite ? subject.suite : null,
      caseId: isSuite ? subject.caseId : null,
      shown: await read(item),
    };
  }

  return {
    async list(filter) {
      await fillQueue(deps);
      return store.list(filter);
    },
    item: async (id, viewer) => show(await find(id), viewer),
    rate: async (id, rating) => show(await store.rate(id, rating), rating.reviewer),
    adjudicate: async (id, decision) => show(await store.adjudicate(id, decision), decision.adjudicator),
    agreement: async () => measureAgreement(await store.judged()),
    ratings: () => store.judged(),
    async promote(id, draft, by) {
      const { subject } = await find(id);
      if (subject.source === 'suite') throw new Fault('state_conflict', 'This question is in a suite already.');
      const item = makeCase(draft, {
        id: `real-${ids.next()}`,
        author: `evaluator:${by.id}`,
        date: clock.now().toISOString().slice(0, 10),
      });
      await store.keepPromoted({ caseId: item.id, line: JSON.stringify(item), promotedBy: by.id });
      return item;
    },
    promoted: () => store.promoted(),
    addAnswers: (answers) => store.addAnswers(answers.map((answer) => ({ id: ids.next() as ReviewItemId, answer }))),
  };
}
