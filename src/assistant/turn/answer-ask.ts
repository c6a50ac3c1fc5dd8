import type { Ask } from '#assistant/ask/ask.ts';
import type { AskReader } from '#assistant/ask/read-ask.ts';
import type { Candidate } from '#assistant/compose/candidate.ts';
import { composeExtract, type Extract } from '#assistant/compose/compose-extract.ts';
import { readAhead } from '#assistant/compose/read-ahead.ts';
import { accompany } from '#assistant/evidence/accompany.ts';
import type { LimitationSource } from '#assistant/evidence/list-limitations.ts';
import { verifyQuote } from '#assistant/verify/verify-quote.ts';
import { verifySentence } from '#assistant/verify/verify-sentence.ts';
import type { DocumentRevision } from '#domain/document.ts';
import type { SentenceRole } from '#domain/outcome.ts';
import type { RetrievedPassage } from '#domain/passage.ts';
import type { StepObserver } from '#domain/ports.ts';
import type { GiveWay } from './give-way.ts';

/** What the documents say, as they stand in the database. */
export interface Evidence extends LimitationSource {
  readonly giveWay: GiveWay;
  /** Whether a sentence of a document is meant for a machine. */
  readonly isOrder: (sentence: string) => boolean;
  /** Absent where nobody watches. */
  readonly observe?: StepObserver;
}

export interface VerifiedCandidate {
  readonly candidate: Candidate;
  readonly document: DocumentRevision;
  readonly role?: SentenceRole | undefined;
}

export interface AskAnswer {
  readonly verified: readonly VerifiedCandidate[];
  readonly rejected: readonly string[];
  readonly missing: readonly string[];
  readonly premise: 'corrected' | null;
  readonly retrieved: readonly RetrievedPassage[];
}

async function verify(candidate: Candidate, evidence: Evidence): Promise<VerifiedCandidate | string> {
  const { passage } = candidate.retrieved;
  const document = await evidence.document(passage.documentId, passage.documentVersion);
  if (!document) return 'document_gone';
  const standing = candidate.quotes.every((span) =>
    verifyQuote({ ...span, documentVersion: passage.documentVersion }, document),
  );
  if (!standing) return 'quote_not_at_offsets';
  const rejection = verifySentence(candidate.text, {
    quotes: candidate.quotes.map((span) => document.text.slice(span.start, span.end)),
    heading: passage.headingPath.at(-1) ?? null,
    columns: passage.table?.columns ?? null,
  });
  if (rejection === null && evidence.isOrder(candidate.text)) return 'meant_for_a_machine';
  return rejection ?? { candidate, document };
}

/** Whether it says what it asks, and of what: "what are the symptoms?" does not, whatever was spoken of before. */
function standsByItself({ concepts }: Ask): boolean {
  const names = concepts.filter(({ essential, kind }) => essential && kind !== null && kind !== 'measure');
  return names.length > 0 && concepts.some((concept) => !concept.plain && !names.includes(concept));
}

/**
 * First as if the question named what it leans on, then, where it says of what it asks, as it stands: "is CIK available in
 * India?" needs no diagnosis that was spoken of before.
 */
function composeInContext(ask: Ask, retrieved: readonly RetrievedPassage[], reader: AskReader): Extract {
  if (ask.context.length > 0) {
    const whole = composeExtract({ ...ask, concepts: [...ask.concepts, ...ask.context] }, retrieved, reader);
    if (whole.found || !standsByItself(ask)) return whole;
  }
  return composeExtract(ask, retrieved, reader);
}

/** Composes from what was retrieved and verifies; only what the verifier accepted is in `verified`. */
export async function answerAsk(
  ask: Ask,
  retrieved: readonly RetrievedPassage[],
  reader: AskReader,
  evidence: Evidence,
  signal: AbortSignal,
): Promise<AskAnswer> {
  const { observe = (_, work) => work() } = evidence;
  await readAhead(retrieved, reader, evidence.giveWay, signal);
  const { extract, sentences, premise } = await observe('compose', async () => {
    const said = composeInContext(ask, retrieved, reader);
    const chosen = said.found ? said.sentences : [];
    return { extract: said, ...(await accompany(ask, chosen, retrieved, reader, evidence, signal)) };
  });
  const checked = await observe('verify', () =>
    Promise.all(
      sentences.map(async ({ candidate, role }): Promise<VerifiedCandidate | string> => {
        const found = await verify(candidate, evidence);
        return typeof found === 'string' ? found : { ...found, role };
      }),
    ),
  );
  return {
    verified: checked.filter((c): c is VerifiedCandidate => typeof c !== 'string'),
    rejected: checked.filter((c): c is string => typeof c === 'string'),
    missing: extract.found ? [] : extract.missing,
    premise: typeof checked[0] === 'string' ? null : premise,
    retrieved,
  };
}
