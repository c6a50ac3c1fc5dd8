import type { DocumentRevision } from '#domain/document.ts';
import type { Citation, CitedSentence } from '#domain/outcome.ts';
import type { Candidate } from './candidate.ts';

export interface CitedCandidate {
  readonly sentence: CitedSentence;
  /** Citations that no earlier sentence of the turn used. */
  readonly sources: readonly Citation[];
}

/** Numbers the quotes of a turn: the same quote keeps its number. `today` is ISO `YYYY-MM-DD`. */
export function createCitationList(today: string) {
  const citations: Citation[] = [];

  function cite(candidate: Candidate, document: DocumentRevision): CitedCandidate {
    const { passage, twins, title } = candidate.retrieved;
    const sources: Citation[] = [];
    const [first, ...rest] = candidate.quotes.map((span): number => {
      const known = citations.find(
        (c) => c.documentVersion === passage.documentVersion && c.start === span.start && c.end === span.end,
      );
      if (known) return known.n;
      const citation: Citation = {
        n: citations.length + 1,
        passageId: passage.id,
        documentId: passage.documentId,
        documentVersion: passage.documentVersion,
        title,
        section: passage.headingPath.at(-1) ?? null,
        quote: span.quote,
        start: span.start,
        end: span.end,
        url: document.url,
        reviewedOn: document.reviewedOn,
        overdue: document.reviewBy !== null && document.reviewBy < today,
        alsoIn: twins.map((twin) => ({
          documentId: twin.documentId,
          documentVersion: twin.documentVersion,
          start: twin.start,
          end: twin.end,
        })),
      };
      citations.push(citation);
      sources.push(citation);
      return citation.n;
    });
    return { sentence: { text: candidate.text, citations: [first ?? 0, ...rest] }, sources };
  }

  return { cite, all: (): readonly Citation[] => citations };
}
