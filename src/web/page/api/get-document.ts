import { type ReviewedDocument, reviewedDocument } from '../contract/document.ts';
import { readJson } from './read-json.ts';
import { send } from './send.ts';

/** The version that was quoted, so that the offsets of the quote are right. */
export async function getDocument(id: string, version: string, signal: AbortSignal): Promise<ReviewedDocument> {
  const path = `v1/documents/${encodeURIComponent(id)}?version=${encodeURIComponent(version)}`;
  return readJson(await send(path, { signal }), reviewedDocument);
}
