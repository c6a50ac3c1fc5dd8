import type { DocumentMetadata, DocumentRevision } from '#domain/document.ts';
import type { DocumentId } from '#domain/ids.ts';
import { repairEncoding } from '#knowledge/encoding/repair-encoding.ts';
import { type DocumentWarning, type FindOrder, lineAt } from '#knowledge/hidden/document-warning.ts';
import { findHiddenMarkdown } from '#knowledge/hidden/find-hidden-markdown.ts';
import { findInvisible } from '#knowledge/hidden/find-invisible.ts';
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
  /** Line of the file in which the text begins, from 1; null where the text is not the file's own, as with HTML. */
  readonly firstLine: number | null;
  /** What a reader of the file does not see. */
  readonly hidden: readonly DocumentWarning[];
}

/**
 * One file's bytes to a document. `path` is relative to the corpus, with `/`. Throws `DocumentProblem` naming the file
 * and the reason. `findOrder` tells what of the hidden text is meant for a machine.
 */
export function readDocument(bytes: Uint8Array, path: string, findOrder: FindOrder = () => null): ReadDocument {
  const format = findFormat(path);
  if (format === null) throw new DocumentProblem(path, 'is not a .md, .markdown, .txt, .html or .htm file');
  if (bytes.length === 0) throw new DocumentProblem(path, 'is empty');
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new DocumentProblem(path, 'is larger than 10 MiB');
  const source = normalise(repairEncoding(decodeBytes(bytes, path)).text);
  const { frontMatter, body } = splitFrontMatter(source, path);
  const { text, found, hidden } = readBody(body, format, path, findOrder);
  const bodyLine = lineAt(source, source.length - body.length);
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
    firstLine: format === 'html' ? null : bodyLine - 1 + lineAt(body, body.search(/\S/u)),
    hidden: [
      ...findInvisible(source),
      ...hidden.map(({ line, reason }) => ({ line: line === null ? null : bodyLine - 1 + line, reason })),
    ],
  };
}

/** Lines of `hidden` count from the first of the body. */
function readBody(body: string, format: SourceFormat, path: string, findOrder: FindOrder) {
  const read =
    format === 'html'
      ? readHtml(body, path, findOrder)
      : { text: body, found: {}, hidden: format === 'markdown' ? findHiddenMarkdown(body, findOrder) : [] };
  return {
    ...read,
    text: normalise(read.text)
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd(),
  };
}

function normalise(text: string): string {
  return text
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}
