import type { DocumentMetadata, DocumentRevision } from '#domain/document.ts';
import type { DocumentId } from '#domain/ids.ts';
import { repairEncoding } from '#knowledge/encoding/repair-encoding.ts';
import { decodeBytes } from './decode-bytes.ts';
import { deriveDocumentId } from './derive-document-id.ts';
import { findFormat, type SourceFormat } from './document-format.ts';
import { DocumentProblem } from './document-problem.ts';
import { findFirstHeading, titleOfFile } from './find-title.ts';
import { hashDocument } from './hash-document.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readHtml } from './read-html.ts';
import { splitFrontMatter } from './split-front-matter.ts';

export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;

/** A revision as read from its file; `format` says how its text is to be split. */
export interface ReadDocument extends DocumentRevision {
  readonly format: 'markdown' | 'plain';
}

/**
 * One file's bytes to a document. `path` is relative to the corpus, with `/`. Throws `DocumentProblem` naming the file
 * and the reason.
 */
export function readDocument(bytes: Uint8Array, path: string): ReadDocument {
  const format = findFormat(path);
  if (format === null) throw new DocumentProblem(path, 'is not a .md, .markdown, .txt, .html or .htm file');
  if (bytes.length === 0) throw new DocumentProblem(path, 'is empty');
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new DocumentProblem(path, 'is larger than 10 MiB');
  const source = normalise(repairEncoding(decodeBytes(bytes, path)).text);
  const { frontMatter, body } = splitFrontMatter(source, path);
  const { text, found } = readBody(body, format, path);
  if (text === '') throw new DocumentProblem(path, 'has no text');
  const said = readFrontMatter(frontMatter, found, path);
  const metadata: DocumentMetadata = {
    ...said,
    id: (said.id ?? deriveDocumentId(path)) as DocumentId,
    title: said.title ?? (format === 'plain' ? null : findFirstHeading(text)) ?? titleOfFile(path),
  };
  return {
    ...metadata,
    version: hashDocument(metadata, text),
    text,
    format: format === 'plain' ? 'plain' : 'markdown',
  };
}

function readBody(body: string, format: SourceFormat, path: string) {
  const { text, found } = format === 'html' ? readHtml(body, path) : { text: body, found: {} };
  return {
    text: normalise(text)
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd(),
    found,
  };
}

function normalise(text: string): string {
  return text
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}
