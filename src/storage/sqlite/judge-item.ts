import type Database from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import { refuseAdjudication, refuseRating, stateAfterRating } from '#domain/judge-review.ts';
import type { Clock } from '#domain/ports.ts';
import type { ReviewItem } from '#domain/review.ts';
import type { ReviewStore } from '#domain/review-store.ts';
import { prepareReadReviewItem } from './read-review-item.ts';

/** Prepares the two transactions in which people judge an item: what is refused is decided on what stands then. */
export function prepareJudgements(database: Database.Database, clock: Clock) {
  const read = prepareReadReviewItem(database);
  const addRating = database.prepare<[string, string, number, string, string]>(
    'INSERT INTO review_ratings (item_id, reviewer, place, rubric, rated_at) VALUES (?, ?, ?, ?, ?)',
  );
  const addAdjudication = database.prepare<[string, string, string, string]>(
    'INSERT INTO review_adjudications (item_id, adjudicator, rubric, decided_at) VALUES (?, ?, ?, ?)',
  );
  const addWords = database.prepare<[string, string, string]>(
    'INSERT INTO review_words (item_id, author, text) VALUES (?, ?, ?)',
  );
  const setState = database.prepare<[string, string]>('UPDATE review_items SET state = ? WHERE id = ?');

  const find = (id: string): ReviewItem => {
    const item = read(id);
    if (item === null) throw new Fault('not_found', 'There is no such item.');
    return item;
  };

  return {
    rate: database.transaction((...[id, rating]: Parameters<ReviewStore['rate']>): ReviewItem => {
      const { reviewer, rubric, comment } = rating;
      const item = find(id);
      refuseRating(item, reviewer);
      addRating.run(id, reviewer, item.ratings.length + 1, JSON.stringify(rubric), clock.now().toISOString());
      if (comment !== null) addWords.run(id, reviewer, comment);
      setState.run(stateAfterRating(item, rubric), id);
      return find(id);
    }).immediate,
    adjudicate: database.transaction((...[id, given]: Parameters<ReviewStore['adjudicate']>): ReviewItem => {
      const { adjudicator, rubric, reason } = given;
      refuseAdjudication(find(id), adjudicator);
      addAdjudication.run(id, adjudicator, JSON.stringify(rubric), clock.now().toISOString());
      if (reason !== null) addWords.run(id, adjudicator, reason);
      setState.run('adjudicated', id);
      return find(id);
    }).immediate,
  };
}
