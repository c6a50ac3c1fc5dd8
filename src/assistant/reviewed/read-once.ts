import type { DocumentId } from '#domain/ids.ts';
import type { AnswerDocuments } from './stand-answer.ts';

/** Each document and its passages read once, for a look at one answer or at all of them; made anew for the next look. */
export function readOnce(documents: AnswerDocuments): AnswerDocuments {
  const remember = <Value>(read: (id: DocumentId) => Promise<Value>) => {
    const known = new Map<DocumentId, Promise<Value>>();
    return (id: DocumentId): Promise<Value> => {
      const value = known.get(id) ?? read(id);
      known.set(id, value);
      return value;
    };
  };
  return { find: remember((id) => documents.find(id)), passagesOf: remember((id) => documents.passagesOf(id)) };
}
