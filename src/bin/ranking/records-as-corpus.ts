import type { DocumentId } from '#domain/ids.ts';
import { readDocument } from '#knowledge/documents/read-document.ts';
import type { CorpusFile } from '#knowledge/ingest/corpus-file.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';
import type { JudgedRecord } from './read-judged-folder.ts';

/** Record ids may hold what document ids may not: so documents are numbered. */
export function documentIdAt(number: number): DocumentId {
  return `record-${number}` as DocumentId;
}

/** Each record as the Markdown file that would hold it, read and split as any other. */
export async function* recordsAsCorpus(records: readonly JudgedRecord[]): AsyncGenerator<CorpusFile> {
  for (const [number, { title, text }] of records.entries()) {
    const body = text === '' ? title : text;
    if (body === '') continue;
    const frontMatter = [`id: ${documentIdAt(number)}`, ...(title === '' ? [] : [`title: ${JSON.stringify(title)}`])];
    const file = `${documentIdAt(number)}.md`;
    const {
      format,
      firstLine: _line,
      hidden: warnings,
      ...revision
    } = readDocument(Buffer.from(`---\n${frontMatter.join('\n')}\n---\n\n${body}\n`), file);
    yield { file, revision, passages: splitIntoPassages({ ...revision, format }), warnings };
  }
}
