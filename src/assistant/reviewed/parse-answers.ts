import { DocumentProblem } from '#knowledge/documents/document-problem.ts';
import { parseAnswerFile } from './parse-answer-file.ts';
import type { AnswerSource } from './read-answer-files.ts';
import type { ReviewedAnswer } from './reviewed-answer.ts';

export interface ParsedAnswers {
  readonly answers: readonly ReviewedAnswer[];
  readonly failures: ReadonlyArray<{ readonly file: string; readonly reason: string }>;
}

const sameWords = (question: string): string => (question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** Answers in order; of two with one id, or with one question, the second is refused, both named. */
export function parseAnswers(sources: readonly AnswerSource[]): ParsedAnswers {
  const answers: ReviewedAnswer[] = [];
  const failures: Array<{ file: string; reason: string }> = [];
  const fileOfId = new Map<string, string>();
  const fileOfQuestion = new Map<string, string>();
  for (const { file, text } of sources) {
    try {
      const answer = parseAnswerFile(text, file);
      const twin = fileOfId.get(answer.mark.id);
      if (twin !== undefined) throw new DocumentProblem(file, `its id "${answer.mark.id}" is that of ${twin} too`);
      const taken = answer.questions.find((question) => fileOfQuestion.has(sameWords(question)));
      if (taken !== undefined)
        throw new DocumentProblem(file, `its question "${taken}" is in ${fileOfQuestion.get(sameWords(taken))} too`);
      fileOfId.set(answer.mark.id, file);
      for (const question of answer.questions) fileOfQuestion.set(sameWords(question), file);
      answers.push(answer);
    } catch (error) {
      if (!(error instanceof DocumentProblem)) throw error;
      failures.push({ file, reason: error.reason });
    }
  }
  return { answers, failures };
}
