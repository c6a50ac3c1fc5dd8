import type Database from 'better-sqlite3';

/**
 * Takes away which turns were reviewed and what was written about them. The bare answers of reviewers stay. The words are
 * written anew for the reason that `prepareErasure` gives. Runs within the caller's transaction.
 */
export function prepareReviewErasure(database: Database.Database) {
  const unlink = database.prepare<[string]>(
    'UPDATE review_items SET conversation_id = NULL, turn_id = NULL WHERE conversation_id = ?',
  );
  const rewriteWords = prepareReviewWordsRewrite(database);

  return (ids: readonly string[]): void => {
    const unlinked = ids.reduce((count, id) => count + unlink.run(id).changes, 0);
    if (unlinked === 0) return;
    rewriteWords();
  };
}

/** Writes anew what reviewers wrote of suites and of turns that are there. Runs within the caller's transaction. */
export function prepareReviewWordsRewrite(database: Database.Database): () => void {
  const steps = [
    `INSERT INTO review_words_kept SELECT id, item_id, author, text FROM review_words
     WHERE item_id IN (SELECT id FROM review_items WHERE source = 'suite' OR turn_id IS NOT NULL) ORDER BY id`,
    'DELETE FROM review_words',
    'INSERT INTO review_words SELECT id, item_id, author, text FROM review_words_kept ORDER BY id',
    'DELETE FROM review_words_kept',
  ].map((sql) => database.prepare<[]>(sql));
  return () => {
    for (const step of steps) step.run();
  };
}
