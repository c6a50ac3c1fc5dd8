import type { ProposalSource } from '#evaluation/propose/proposal.ts';
import { createReadCorpus } from '#knowledge/ingest/read-corpus.ts';

/** The published documents of a corpus folder, in the order of their ids; what cannot be read is said on stderr. */
export async function readDocuments(corpusDir: string): Promise<ProposalSource[]> {
  const sources: ProposalSource[] = [];
  for await (const file of createReadCorpus(corpusDir)([corpusDir])) {
    if ('reason' in file) process.stderr.write(`${file.file}: ${file.reason}\n`);
    else if (file.revision.status === 'published')
      sources.push({ documentId: file.revision.id, title: file.revision.title, passages: file.passages });
  }
  return sources.sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
}
