import type { ReviewItem } from '#domain/review.ts';

/** A line of the ratings file: answers and comments of reviewers with what they are about, nothing that was said there. */
export function presentJudged({ subject, id, ...item }: ReviewItem): string {
  const about =
    subject.source === 'suite'
      ? { suite: subject.suite, caseId: subject.caseId, turnId: null, erased: false }
      : { suite: null, caseId: null, turnId: subject.turn?.turnId ?? null, erased: subject.turn === null };
  return JSON.stringify({ itemId: id, source: subject.source, ...about, ...item });
}
