import type { DocumentWarning } from '#knowledge/hidden/document-warning.ts';
import type { IngestFailure } from '#knowledge/knowledge.ts';

/** Of one file, and of all; what is beyond is counted. */
const limits = { perFile: 5, files: 200 } as const;

/** Gathers warnings in flat memory, however many files there are. */
export function createWarningList() {
  const warnings: IngestFailure[] = [];
  let files = 0;

  return {
    add(file: string, found: readonly DocumentWarning[]): void {
      if (found.length === 0) return;
      files += 1;
      if (files > limits.files) return;
      for (const { line, reason } of found.slice(0, limits.perFile))
        warnings.push({ file, reason: line === null ? reason : `line ${line} ${reason}` });
      const more = found.length - limits.perFile;
      if (more > 0) warnings.push({ file, reason: `and ${more} more of this kind` });
    },
    list(): readonly IngestFailure[] {
      const more = files - limits.files;
      if (more <= 0) return warnings;
      return [
        ...warnings,
        { file: 'other files', reason: `${more} more hold text that is hidden or meant for a machine` },
      ];
    },
  };
}
