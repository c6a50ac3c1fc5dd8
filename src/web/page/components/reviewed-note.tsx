import type { Reviewed } from '../contract/reply.ts';
import { say, sayDate } from '../locales/say.ts';

/** Plain words are a person's, not the documents': who has signed them, or that nobody has. */
export function ReviewedNote({ reviewed: { reviewedBy, reviewedOn } }: { readonly reviewed: Reviewed }) {
  if (reviewedBy === null) return <p class="reviewed unsigned">{say('answer.unsigned')}</p>;
  const isDated = reviewedOn !== null;
  return (
    <p class="reviewed">
      {isDated
        ? say('answer.signedOn', { name: reviewedBy, date: sayDate(reviewedOn) })
        : say('answer.signed', { name: reviewedBy })}
    </p>
  );
}
