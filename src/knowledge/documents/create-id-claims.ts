import type { DocumentId } from '#domain/ids.ts';
import { DocumentProblem } from './document-problem.ts';

export interface IdClaims {
  /** Throws `DocumentProblem` naming both files when another file has the id. */
  claim(id: DocumentId, file: string): void;
}

/** One id, one file. The first in path order keeps it, so that the rest of a corpus does not depend on a copy of a file. */
export function createIdClaims(): IdClaims {
  const owners = new Map<string, string>();
  return {
    claim(id, file) {
      const owner = owners.get(id);
      if (owner !== undefined && owner !== file)
        throw new DocumentProblem(file, `has the id "${id}", which ${owner} has already`);
      owners.set(id, file);
    },
  };
}
