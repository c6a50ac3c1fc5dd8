import type { ReviewedDocument } from '../contract/document.ts';
import { say, sayDate } from '../locales/say.ts';

/** Who stands behind a document: only what it says itself. */
export function ReviewFacts({ document }: { readonly document: ReviewedDocument }) {
  const { reviewedBy, reviewedOn, source, url, overdue } = document;
  return (
    <>
      <p>{reviewWords(reviewedBy, reviewedOn)}</p>
      {overdue && <p class="overdue">{say('source.overdue.long')}</p>}
      {source !== null && <p>{say('source.publisher', { source })}</p>}
      {url?.startsWith('https:') && (
        <p>
          <a class="link" href={url} target="_blank" rel="noopener noreferrer">
            {say('source.original')}
          </a>
        </p>
      )}
    </>
  );
}

function reviewWords(by: string | null, on: string | null): string {
  if (by !== null && on !== null) return say('source.reviewedByOn', { name: by, date: sayDate(on) });
  if (by !== null) return say('source.reviewedBy', { name: by });
  if (on !== null) return say('source.reviewedOn', { date: sayDate(on) });
  return say('source.noReviewer');
}
