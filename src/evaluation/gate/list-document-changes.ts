import type { TargetIdentity } from '#evaluation/run/eval-target.ts';
import type { DocumentChanges } from './comparison.ts';

/** Which documents came, went or changed between two runs. */
export function listDocumentChanges(
  before: TargetIdentity['documents'],
  after: TargetIdentity['documents'],
): DocumentChanges {
  const name = ({ documentId, title }: TargetIdentity['documents'][number]) => ({ documentId, title });
  const versions = (list: TargetIdentity['documents']) =>
    new Map(list.map(({ documentId, version }) => [documentId, version]));
  const [old, now] = [versions(before), versions(after)];
  return {
    added: after.filter(({ documentId }) => !old.has(documentId)).map(name),
    removed: before.filter(({ documentId }) => !now.has(documentId)).map(name),
    changed: after.filter(({ documentId, version }) => (old.get(documentId) ?? version) !== version).map(name),
  };
}
