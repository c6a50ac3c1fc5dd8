import type { DocumentId, DocumentVersion, PassageId } from '#domain/ids.ts';
import { type Column, decodeColumns } from './columns-file.ts';

export interface IndexedDocument {
  readonly id: DocumentId;
  readonly version: DocumentVersion;
  readonly title: string;
}

/** What the index knows of each passage, by its number; the passages themselves stay in the document store. */
export interface PassageTable {
  readonly size: number;
  passageId(passage: number): PassageId;
  document(passage: number): IndexedDocument;
  span(passage: number): { readonly start: number; readonly end: number };
  /** Every passage with the same words, itself included, ascending. */
  alike(passage: number): readonly number[];
  /** The lowest number among `alike`. */
  firstAlike(passage: number): number;
  readonly columns: Readonly<Record<string, Column>>;
}

export interface PassageColumns {
  readonly documents: readonly IndexedDocument[];
  readonly passageIds: readonly PassageId[];
  readonly documentOf: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly firstAlike: Uint32Array;
}

export function createPassageTable(columns: PassageColumns): PassageTable {
  const { documents, passageIds, documentOf, starts, ends, firstAlike } = columns;
  const groups = new Map<number, number[]>();
  for (const [passage, first] of firstAlike.entries()) {
    if (passage === first) continue;
    const group = groups.get(first) ?? [first];
    group.push(passage);
    groups.set(first, group);
  }

  return {
    size: passageIds.length,
    passageId: (passage) => must(passageIds[passage]),
    document: (passage) => must(documents[documentOf[passage] ?? -1]),
    span: (passage) => ({ start: starts[passage] ?? 0, end: ends[passage] ?? 0 }),
    firstAlike: (passage) => firstAlike[passage] ?? passage,
    alike: (passage) => groups.get(firstAlike[passage] ?? passage) ?? [passage],
    columns: {
      documentIds: documents.map(({ id }) => id),
      documentVersions: documents.map(({ version }) => version),
      titles: documents.map(({ title }) => title.replace(/\s+/g, ' ')),
      passageIds,
      documentOf,
      starts,
      ends,
      firstAlike,
    },
  };
}

export function readPassageTable(file: Buffer): PassageTable {
  const { integers, strings } = decodeColumns(file);
  const versions = strings('documentVersions') as DocumentVersion[];
  const titles = strings('titles');
  const documents = (strings('documentIds') as DocumentId[]).map((id, at) => ({
    id,
    version: must(versions[at]),
    title: must(titles[at]),
  }));
  return createPassageTable({
    documents,
    passageIds: strings('passageIds') as PassageId[],
    documentOf: integers('documentOf'),
    starts: integers('starts'),
    ends: integers('ends'),
    firstAlike: integers('firstAlike'),
  });
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The passage table names what it does not hold.');
  return value;
}
