import { readAsk } from '#assistant/ask/read-ask.ts';
import type { Candidate } from '#assistant/compose/candidate.ts';
import { listSayable } from '#assistant/evidence/list-sayable.ts';
import type { DocumentId, DocumentVersion } from '#domain/ids.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';
import { askReaderOver } from './ask-reader.ts';
import { sampleRevision } from './document-samples.ts';

/** Documents as a question sees them: its reader and everything they could say, in order. */
export function candidatesOf(question: string, documents: readonly string[]) {
  const passages = documents.flatMap((text, at) =>
    splitIntoPassages(
      sampleRevision({
        id: `document-${at}` as DocumentId,
        version: `version-${at}` as DocumentVersion,
        title: '',
        text,
      }),
    ),
  );
  const reader = askReaderOver(passages.map(({ text }) => text));
  const ask = readAsk({ text: question, question, context: [] }, reader);
  const ranks = { words: null, vectors: null };
  const retrieved = passages.map((passage) => ({ passage, title: '', score: 1, ranks, unitCosines: null, twins: [] }));
  const candidates = listSayable(ask, retrieved, reader);
  const find = (start: string): Candidate => {
    const found = candidates.find(({ text }) => text.startsWith(start));
    if (!found) throw new Error(`No candidate starts with ${start}`);
    return found;
  };
  return { ask, reader, passages, candidates, find };
}
