import type { AnswerDocuments } from '#assistant/reviewed/stand-answer.ts';
import type { DocumentRevision } from '#domain/document.ts';
import type { DocumentId, DocumentVersion } from '#domain/ids.ts';
import type { DocumentSummary } from '#domain/ports.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';
import { sampleRevision } from './document-samples.ts';

export const kneeText = `## Healing

Stitches are removed after **10–14 days**. Do not bathe before that — showers are fine.

## Risks

- **Clots:** They are rare. Stitches are removed after **10–14 days**.

| Aid | Time |
|---|---|
| Crutches | 6 weeks |
`;

export const kneeVersion = 'a1b2c3d4e5f60718' as DocumentVersion;

export const knee = (changes: Partial<DocumentRevision> = {}): DocumentRevision =>
  sampleRevision({ id: 'knee' as DocumentId, title: 'Knee surgery', text: kneeText, version: kneeVersion, ...changes });

export interface KneeAnswer {
  readonly id?: string;
  readonly questions?: readonly string[];
  readonly front?: string;
  readonly cites?: string;
  readonly body?: string;
}

const bathing = `  1:
    document: knee
    version: a1b2c3d4
    quote: Do not bathe before that
`;

/** A file of `answers/` about a knee. */
export function answerFile(changes: KneeAnswer = {}): string {
  const { id = 'bathing', questions = ['When can I bathe?'], front = '', cites = bathing, body } = changes;
  return `---
id: ${id}
questions:
${questions.map((question) => `  - ${question}`).join('\n')}
version: 3
reviewedBy: null
reviewedOn: null
source: Written for a test
owner: Clinic
date: 2026-11-25
language: en
${front}cites:
${cites}---

${body ?? 'The guide says not to bathe before then. [1]'}
`;
}

/** Documents that can be changed under an answer; `reads` counts how often passages were read. */
export function createDocuments(...revisions: DocumentRevision[]) {
  const held = new Map<string, DocumentRevision & DocumentSummary>();
  const put = (revision: DocumentRevision) =>
    held.set(revision.id, { ...revision, ingestedAt: '2026-11-25T00:00:00.000Z', withdrawnOn: null });
  for (const revision of revisions) put(revision);
  const counted = { reads: 0 };
  const documents: AnswerDocuments = {
    find: async (id) => held.get(id) ?? null,
    passagesOf: async (id) => {
      counted.reads += 1;
      const found = held.get(id);
      return found === undefined ? [] : splitIntoPassages(found);
    },
  };
  return {
    documents,
    counted,
    put,
    withdraw(id: string) {
      const found = held.get(id);
      if (found !== undefined) held.set(id, { ...found, withdrawnOn: '2026-11-25' });
    },
  };
}
