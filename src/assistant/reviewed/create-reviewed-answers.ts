import type { Ask } from '#assistant/ask/ask.ts';
import type { Concept } from '#assistant/ask/concept.ts';
import type { Lexicon } from '#assistant/ask/find-concepts.ts';
import type { GlossaryIndex } from '#assistant/ask/glossary-index.ts';
import type { Clock } from '#domain/ports.ts';
import type { IngestFailure } from '#knowledge/knowledge.ts';
import type { KnowledgeLog } from '#knowledge/knowledge-log.ts';
import type { AnswersSnapshot } from './answers-snapshot.ts';
import { parseAnswers } from './parse-answers.ts';
import { readAnswerFiles } from './read-answer-files.ts';
import type { FormWords } from './read-form-words.ts';
import { readOnce } from './read-once.ts';
import type { ReviewedAnswer } from './reviewed-answer.ts';
import { isSameQuestion, readWhole } from './same-question.ts';
import { type AnswerDocuments, type Standing, standAnswer } from './stand-answer.ts';

export interface ReviewedAnswersDeps {
  readonly corpusDir: string;
  readonly snapshot: AnswersSnapshot;
  readonly documents: AnswerDocuments;
  readonly formWords: FormWords;
  readonly clock: Clock;
  readonly log: KnowledgeLog;
}

export interface AnswersReport {
  readonly answers: number;
  readonly unsigned: number;
  /** Answers that are not served, because a quote does not stand any more. */
  readonly withheld: number;
  /** What a writer has to look at, file by file. */
  readonly warnings: readonly IngestFailure[];
}

/** A quote that stood a moment ago may be gone: the documents are looked at anew for every question. */
export type StandingAnswer = Standing & { readonly quotes: NonNullable<Standing['quotes']> };

export interface ReviewedAnswers {
  /** Takes over the files of `answers/`; gives those that are no answers, with the reason. */
  takeOver(): Promise<readonly IngestFailure[]>;
  /** How the answers taken over stand on the documents in force. */
  report(): Promise<AnswersReport>;
  /** The one answer to this question whose every quote stands now; null when there is none, or more than one. */
  find(ask: Ask, lexicon: Lexicon): Promise<StandingAnswer | null>;
}

interface FormsRead {
  readonly glossary: GlossaryIndex;
  readonly of: Map<ReviewedAnswer, ReadonlyArray<readonly Concept[]>>;
}

/** How often a question looks whether another process has taken over newer answers. */
const ADOPT_EVERY_MS = 2_000;

export function createReviewedAnswers(deps: ReviewedAnswersDeps): ReviewedAnswers {
  const { corpusDir, snapshot, documents, formWords, clock, log } = deps;
  let answers: readonly ReviewedAnswer[] = [];
  let mark: string | null = null;
  let lastLook = Number.NEGATIVE_INFINITY;
  let forms: FormsRead | null = null;
  const standings = new WeakMap<ReviewedAnswer, Standing>();

  async function stand(answer: ReviewedAnswer, now: AnswerDocuments): Promise<Standing> {
    const standing = await standAnswer(answer, now, standings.get(answer));
    standings.set(answer, standing);
    return standing;
  }

  async function adoptSometimes(): Promise<void> {
    const now = clock.now().getTime();
    if (now - lastLook < ADOPT_EVERY_MS) return;
    lastLook = now;
    const saved = await snapshot.mark();
    if (saved === mark) return;
    mark = saved;
    answers = [];
    if (saved === null) return;
    try {
      answers = parseAnswers(await snapshot.read()).answers;
    } catch (error) {
      log.warn({ err: error }, 'The reviewed answers could not be read: none is served until the next ingest.');
    }
  }

  /** Forms are spelt as their writers meant, so only the glossary matters to how they are read. */
  function formsOf(answer: ReviewedAnswer, lexicon: Lexicon): ReadonlyArray<readonly Concept[]> {
    if (forms?.glossary !== lexicon.glossary) forms = { glossary: lexicon.glossary, of: new Map() };
    const known = forms.of.get(answer);
    if (known) return known;
    const asWritten: Lexicon = { ...lexicon, correct: () => null };
    const read = answer.questions.map((question) => readWhole(question, asWritten, formWords));
    forms.of.set(answer, read);
    return read;
  }

  return {
    async takeOver() {
      const { sources, failures } = await readAnswerFiles(corpusDir);
      const parsed = parseAnswers(sources);
      if (sources.length > 0 || (await snapshot.mark()) !== null) await snapshot.write(sources);
      mark = await snapshot.mark();
      answers = parsed.answers;
      return [...failures, ...parsed.failures];
    },
    async report() {
      const now = readOnce(documents);
      const standing = await Promise.all(answers.map((answer) => stand(answer, now)));
      return {
        answers: answers.length,
        unsigned: answers.filter(({ mark: { reviewedBy } }) => reviewedBy === null).length,
        withheld: standing.filter(({ quotes }) => quotes === null).length,
        warnings: standing.flatMap(({ answer, quotes, warnings }) =>
          warnings.map((warning) => ({
            file: answer.file,
            reason: `${warning}${quotes === null ? ' (not served)' : ' (still served: every quote stands)'}`,
          })),
        ),
      };
    },
    async find(ask, lexicon) {
      await adoptSometimes();
      if (answers.length === 0) return null;
      const asked = readWhole(ask.text, lexicon, formWords);
      const [match, ...others] = answers.filter((answer) =>
        formsOf(answer, lexicon).some((form) => isSameQuestion(asked, form, formWords)),
      );
      if (match === undefined || others.length > 0) return null;
      const { quotes, ...standing } = await stand(match, readOnce(documents));
      return quotes === null ? null : { ...standing, quotes };
    },
  };
}
