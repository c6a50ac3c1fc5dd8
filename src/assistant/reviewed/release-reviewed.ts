import type { Citation, CitedSentence } from '#domain/outcome.ts';
import type { Release } from '#domain/turn.ts';
import type { StandingAnswer } from './create-reviewed-answers.ts';
import type { StandingQuote } from './stand-answer.ts';

export interface ReleasedAnswer {
  readonly sentences: readonly CitedSentence[];
  readonly citations: readonly Citation[];
}

function toCitation({ document, passage, start, end }: StandingQuote, n: number, today: string): Citation {
  return {
    n,
    passageId: passage.id,
    documentId: document.id,
    documentVersion: document.version,
    title: document.title,
    section: passage.headingPath.at(-1) ?? null,
    quote: document.text.slice(start, end),
    start,
    end,
    url: document.url,
    reviewedOn: document.reviewedOn,
    overdue: document.reviewBy !== null && document.reviewBy < today,
    alsoIn: [],
  };
}

/** Releases a reviewed answer word for word, each sentence with the quotes it stands on. `today` is ISO. */
export async function releaseReviewed(
  { answer, quotes }: StandingAnswer,
  today: string,
  release: (piece: Release) => Promise<void>,
  signal: AbortSignal,
): Promise<ReleasedAnswer> {
  const citations: Citation[] = [];
  const sentences: CitedSentence[] = [];

  for (const [index, { text }] of answer.sentences.entries()) {
    signal.throwIfAborted();
    const sources: Citation[] = [];
    const [first, ...rest] = (quotes[index] ?? []).map((quote): number => {
      const { document, start, end } = quote;
      const known = citations.find((c) => c.documentId === document.id && c.start === start && c.end === end);
      if (known) return known.n;
      const citation = toCitation(quote, citations.length + 1, today);
      citations.push(citation);
      sources.push(citation);
      return citation.n;
    });
    if (first === undefined) throw new Error('A sentence of a reviewed answer stands on no quote.');
    const sentence: CitedSentence = { text, citations: [first, ...rest] };
    await release({ type: 'sentence', index, sentence, sources, reviewed: answer.mark });
    sentences.push(sentence);
  }
  return { sentences, citations };
}
