import type Database from 'better-sqlite3';
import { z } from 'zod';
import { Fault } from '#domain/fault.ts';
import type { TurnId } from '#domain/ids.ts';
import type { Rewording } from '#domain/ports.ts';
import { decodeJson } from './decode-json.ts';
import { entryBodySchema } from './entry-schema.ts';
import { prepareReviewWordsRewrite } from './erase-review.ts';
import { prepareLogRewrite } from './erase-words.ts';

const row = z.object({ id: z.int(), words: z.string() });
const place = z.object({ running: z.literal([0, 1]), erasedAt: z.string().nullable() });

/** Prepares the one transaction that changes what was said in a turn: its entries, and what reviewers wrote about it. */
export function prepareReword(database: Database.Database) {
  const turn = database.prepare<[string]>(
    `SELECT t.running AS running, c.erased_at AS "erasedAt" FROM turns t
     JOIN conversations c ON c.id = t.conversation_id WHERE t.id = ?`,
  );
  const entries = database.prepare<[string]>('SELECT id, body AS words FROM entries WHERE turn_id = ? ORDER BY id');
  const setEntry = database.prepare<[string, number]>('UPDATE entries SET body = ? WHERE id = ?');
  const comments = database.prepare<[string]>(
    `SELECT w.id AS id, w.text AS words FROM review_words w JOIN review_items i ON i.id = w.item_id
     WHERE i.turn_id = ? ORDER BY w.id`,
  );
  const setComment = database.prepare<[string, number]>('UPDATE review_words SET text = ? WHERE id = ?');
  const rewriteLog = prepareLogRewrite(database);
  const rewriteReviewWords = prepareReviewWordsRewrite(database);

  function change(rows: readonly unknown[], reword: (words: string) => string, set: typeof setEntry): boolean {
    let isChanged = false;
    for (const { id, words } of rows.map((found) => row.parse(found))) {
      const after = reword(words);
      if (after === words) continue;
      set.run(after, id);
      isChanged = true;
    }
    return isChanged;
  }

  return database.transaction((id: TurnId, { entry, comment }: Rewording): void => {
    const found = turn.get(id);
    if (found === undefined) throw new Fault('not_found', 'There is no such turn.');
    const { running, erasedAt } = place.parse(found);
    if (erasedAt !== null) throw new Fault('erased', 'This conversation was erased.');
    if (running === 1) {
      throw new Fault('turn_in_progress', 'The turn is still being answered.', { details: { turnId: id } });
    }
    const rewordBody = (json: string): string => {
      const body = decodeJson(entryBodySchema, json);
      const after = JSON.stringify(entry(body));
      return after === JSON.stringify(body) ? json : after;
    };
    if (change(entries.all(id), rewordBody, setEntry)) rewriteLog();
    if (change(comments.all(id), comment, setComment)) rewriteReviewWords();
  }).immediate;
}
