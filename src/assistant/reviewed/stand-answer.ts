import type { DocumentRevision } from '#domain/document.ts';
import type { DocumentId } from '#domain/ids.ts';
import type { DocumentStore } from '#domain/ports.ts';
import { type PlacedQuote, placeQuote } from './place-quote.ts';
import type { AnswerCite, ReviewedAnswer } from './reviewed-answer.ts';

export interface StandingQuote extends PlacedQuote {
  readonly document: DocumentRevision;
}

/** How an answer stands on the documents in force. */
export interface Standing {
  readonly answer: ReviewedAnswer;
  /** One list a sentence; null when a quote does not stand: then the answer must not be served. */
  readonly quotes: ReadonlyArray<readonly StandingQuote[]> | null;
  /** What its writer has to look at, each naming the document. */
  readonly warnings: readonly string[];
  /** The versions it was worked out from. */
  readonly basis: string;
}

export type AnswerDocuments = Pick<DocumentStore, 'find' | 'passagesOf'>;

/** The document that may be cited now, or why there is none. */
type Current = DocumentRevision | string;

const SHORT_VERSION = 12;
const SHOWN_CHARS = 50;
const short = (version: string): string => version.slice(0, SHORT_VERSION);
const shown = (quote: string): string =>
  quote.length <= SHOWN_CHARS ? quote : `${quote.slice(0, SHOWN_CHARS - 1).trimEnd()}…`;

async function currentOf(id: string, documents: AnswerDocuments): Promise<Current> {
  const document = await documents.find(id as DocumentId);
  if (document === null) return `there is no document "${id}"`;
  if (document.withdrawnOn !== null || document.status === 'withdrawn') return `document "${id}" is withdrawn`;
  return document.status === 'published' ? document : `document "${id}" is a draft`;
}

function changeOf({ documentId, writtenAgainst }: AnswerCite, { version }: DocumentRevision): string | null {
  if (writtenAgainst === null)
    return `document "${documentId}" is cited without the version that was read; it is now ${short(version)}`;
  if (version.startsWith(writtenAgainst)) return null;
  return `document "${documentId}" has changed: ${short(writtenAgainst)} was read, it is now ${short(version)}`;
}

/**
 * Finds every quote of an answer in the current, published version of its document. `known` is given back when no document
 * has changed since.
 */
export async function standAnswer(
  answer: ReviewedAnswer,
  documents: AnswerDocuments,
  known?: Standing,
): Promise<Standing> {
  const ids = [...new Set(answer.sentences.flatMap(({ cites }) => cites.map(({ documentId }) => documentId)))];
  const current = new Map<string, Current>();
  for (const id of ids) current.set(id, await currentOf(id, documents));
  const basis = [...current].map(([id, now]) => (typeof now === 'string' ? now : `${id} ${now.version}`)).join('\n');
  if (known?.basis === basis) return known;
  const warnings = new Set<string>();
  const quotes: StandingQuote[][] = [];
  for (const { cites } of answer.sentences) {
    const standing: StandingQuote[] = [];
    for (const cite of cites) {
      const document = current.get(cite.documentId) ?? `there is no document "${cite.documentId}"`;
      const placed = typeof document === 'string' ? document : await place(cite, document, documents, warnings);
      if (typeof placed === 'string') warnings.add(placed);
      else standing.push(placed);
    }
    quotes.push(standing);
  }
  const stands = answer.sentences.every(({ cites }, i) => quotes[i]?.length === cites.length);
  return { answer, quotes: stands ? quotes : null, warnings: [...warnings], basis };
}

async function place(
  cite: AnswerCite,
  document: DocumentRevision,
  documents: AnswerDocuments,
  warnings: Set<string>,
): Promise<StandingQuote | string> {
  const change = changeOf(cite, document);
  if (change !== null) warnings.add(change);
  const placed = placeQuote(cite, { text: document.text, passages: await documents.passagesOf(document.id) });
  if (typeof placed === 'string') return `document "${cite.documentId}": the quote "${shown(cite.quote)}" ${placed}`;
  // Documents may change between two reads: passages of another version prove nothing about this one.
  if (placed.passage.documentVersion === document.version) return { ...placed, document };
  return `document "${cite.documentId}" is changing`;
}
