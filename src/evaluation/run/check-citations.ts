import type { EvalReply } from './eval-reply.ts';
import type { EvalTarget } from './eval-target.ts';

export interface CitationFindings {
  /** Every sentence cites what is listed, and every quote stands at its offsets in its version of the document. */
  readonly isExact: boolean;
  readonly problems: readonly string[];
}

/** Checks what a reply cites against the documents themselves, not against what the assistant says of them. */
export async function checkCitations(
  reply: EvalReply,
  target: Pick<EvalTarget, 'documentText'>,
): Promise<CitationFindings> {
  const problems: string[] = [];
  const known = new Set(reply.citations.map(({ n }) => n));
  for (const { text, citations } of reply.answer?.sentences ?? []) {
    if (citations.length === 0) problems.push(`“${text}” cites nothing.`);
    for (const n of citations) if (!known.has(n)) problems.push(`Citation ${n} leads nowhere.`);
  }
  for (const { n, documentId, documentVersion, quote, start, end } of reply.citations) {
    const text = await target.documentText(documentId, documentVersion);
    if (text === null) problems.push(`Citation ${n} is to a version of ${documentId} that does not exist.`);
    else if (quote === '' || text.slice(start, end) !== quote)
      problems.push(`The quote of citation ${n} does not stand in ${documentId} where it should.`);
  }
  return { isExact: problems.length === 0, problems };
}
