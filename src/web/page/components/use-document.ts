import { useEffect, useState } from 'preact/hooks';
import { getDocument } from '../api/get-document.ts';
import { Problem } from '../api/problem.ts';
import type { ReviewedDocument } from '../contract/document.ts';

/** The version of a document that was quoted; null while it is on its way. */
export function useDocument(id: string, version: string): ReviewedDocument | Problem | null {
  const [found, setFound] = useState<ReviewedDocument | Problem | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    setFound(null);
    getDocument(id, version, controller.signal).then(setFound, (cause: unknown) => {
      if (!controller.signal.aborted) setFound(cause instanceof Problem ? cause : new Problem('unreadable', { cause }));
    });
    return () => controller.abort();
  }, [id, version]);
  // Never the text of one document under the name of another, not even for a moment.
  return found instanceof Problem || found === null || found.documentId === id ? found : null;
}
