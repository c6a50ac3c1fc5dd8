import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { IngestReport, Knowledge, OnProgress } from '#knowledge/knowledge.ts';
import type { AnswersReport, ReviewedAnswers } from './create-reviewed-answers.ts';
import { ANSWERS } from './read-answer-files.ts';

export interface CorpusReport extends IngestReport {
  readonly answers: AnswersReport;
}

const NOTHING: IngestReport = { added: 0, updated: 0, unchanged: 0, withdrawn: 0, failures: [], warnings: [] };

/** Whether a path is the folder of reviewed answers or in it: what stands there is no document. */
function isOfAnswers(path: string, corpusDir: string): boolean {
  const inside = relative(resolve(corpusDir), resolve(path));
  return !isAbsolute(inside) && inside.split(sep)[0] === ANSWERS;
}

/**
 * Brings documents and reviewed answers up to date: the whole folder, or the given documents. Answers are taken over whatever
 * was given; first, so that they are there when the documents are, and looked at last, since they stand on them.
 */
export function createIngestCorpus(deps: {
  readonly knowledge: Pick<Knowledge, 'ingest'>;
  readonly reviewed: Pick<ReviewedAnswers, 'takeOver' | 'report'>;
  readonly corpusDir: string;
}) {
  return async (paths: readonly string[], onProgress?: OnProgress, lockWaitMs?: number): Promise<CorpusReport> => {
    const documents = paths.filter((path) => !isOfAnswers(path, deps.corpusDir));
    // Without a path the whole folder would be meant.
    const isOnlyAnswers = paths.length > 0 && documents.length === 0;
    const refused = await deps.reviewed.takeOver();
    const report = isOnlyAnswers ? NOTHING : await deps.knowledge.ingest(documents, onProgress, lockWaitMs);
    const answers = await deps.reviewed.report();
    return {
      ...report,
      failures: [...report.failures, ...refused],
      warnings: [...report.warnings, ...answers.warnings],
      answers,
    };
  };
}
