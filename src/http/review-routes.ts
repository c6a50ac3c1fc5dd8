import { type Context, Hono } from 'hono';
import { Fault } from '#domain/fault.ts';
import type { ReviewItemId } from '#domain/ids.ts';
import type { Rubric } from '#domain/rubric.ts';
import { idPattern } from '#wire/id.ts';
import type { WireAgreement, WirePromotion, WireReviewItem, WireReviewList } from '#wire/review.ts';
import {
  adjudicationRequestSchema,
  promotionRequestSchema,
  ratingRequestSchema,
  reviewQuerySchema,
} from '#wire/review-request.ts';
import { answerLines } from './answer-lines.ts';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { checkRequest } from './check-request.ts';
import { presentJudged } from './present-judged.ts';
import { readJson } from './read-json.ts';
import { createRequireStaff } from './require-staff.ts';

/** Where clinical reviewers judge replies. Every route is for evaluators; an adjudicator may read and decide. */
export function reviewRoutes(deps: AppDeps) {
  const { review, log } = deps;
  const requireStaff = createRequireStaff(deps);

  return new Hono<AppEnv>()
    .get('/v1/review/items', async (c) => {
      const { id: reviewer } = await requireStaff(c, ['evaluator', 'adjudicator']);
      const query = checkRequest(reviewQuerySchema, c.req.query());
      const items = await review.list({
        reviewer,
        mine: query.mine ?? null,
        state: query.state ?? null,
        source: query.source ?? null,
        isDown: query.rating === 'down',
        after: (query.after as ReviewItemId | undefined) ?? null,
        limit: query.limit,
      });
      return c.json({ items } satisfies WireReviewList, 200);
    })
    .get('/v1/review/items/:id', async (c) => {
      const { id: viewer } = await requireStaff(c, ['evaluator', 'adjudicator']);
      const itemId = itemIdOf(c);
      const item = await review.item(itemId, viewer);
      log.info({ requestId: c.get('requestId'), staff: viewer, itemId }, 'review item read');
      return c.json(item satisfies WireReviewItem, 200);
    })
    .post('/v1/review/items/:id/ratings', async (c) => {
      const { id: reviewer } = await requireStaff(c, ['evaluator']);
      const { comment, ...rubric } = checkRequest(ratingRequestSchema, await readJson(c));
      const rating = { reviewer, rubric: rubric satisfies Rubric, comment: comment ?? null };
      return c.json((await review.rate(itemIdOf(c), rating)) satisfies WireReviewItem, 200);
    })
    .post('/v1/review/items/:id/adjudication', async (c) => {
      const { id: adjudicator } = await requireStaff(c, ['evaluator', 'adjudicator']);
      const { reason, ...rubric } = checkRequest(adjudicationRequestSchema, await readJson(c));
      const item = await review.adjudicate(itemIdOf(c), { adjudicator, rubric, reason });
      return c.json(item satisfies WireReviewItem, 200);
    })
    .post('/v1/review/items/:id/promotion', async (c) => {
      const staff = await requireStaff(c, ['evaluator']);
      const draft = checkRequest(promotionRequestSchema, await readJson(c));
      const item = await review.promote(itemIdOf(c), draft, staff);
      c.header('Content-Disposition', `attachment; filename="${item.id}.json"`);
      return c.json({ case: item, line: JSON.stringify(item) } satisfies WirePromotion, 200);
    })
    .get('/v1/review/agreement', async (c) => {
      await requireStaff(c, ['evaluator']);
      return c.json((await review.agreement()) satisfies WireAgreement, 200);
    })
    .get('/v1/review/ratings', async (c) => {
      await requireStaff(c, ['evaluator']);
      return answerLines(c, 'ratings', (await review.ratings()).map(presentJudged));
    })
    .get('/v1/review/promoted', async (c) => {
      await requireStaff(c, ['evaluator']);
      return answerLines(
        c,
        'promoted',
        (await review.promoted()).map(({ line }) => line),
      );
    });
}

/** Fault: `not_found`. */
function itemIdOf(c: Context<AppEnv>): ReviewItemId {
  const id = c.req.param('id') ?? '';
  if (!idPattern.test(id)) throw new Fault('not_found', 'No such item');
  return id as ReviewItemId;
}
