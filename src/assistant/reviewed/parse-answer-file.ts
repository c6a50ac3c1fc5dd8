import { parseDocument } from 'yaml';
import { DocumentProblem } from '#knowledge/documents/document-problem.ts';
import { splitFrontMatter } from '#knowledge/documents/split-front-matter.ts';
import { type AnswerFrontMatter, answerFileSchema } from './answer-file-schema.ts';
import { keepsToQuotes } from './keeps-to-quotes.ts';
import type { AnswerCite, AnswerSentence, ReviewedAnswer } from './reviewed-answer.ts';
import { type MarkedSentence, splitMarkedSentences } from './split-marked-sentences.ts';

/** As for any answer: four, and one that carries a limitation. */
const MAX_SENTENCES = 5;

/**
 * A file of `answers/` to an answer. Throws `DocumentProblem` naming the file, the key or the sentence, and everything that is
 * wrong with it. What the cited documents say now is not looked at here.
 */
export function parseAnswerFile(source: string, file: string): ReviewedAnswer {
  const text = source
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC');
  const { frontMatter, body } = splitFrontMatter(text, file);
  if (frontMatter === null) throw new DocumentProblem(file, 'has no front matter');
  const front = readFront(frontMatter, file);
  const { sentences: marked, problems } = splitMarkedSentences(body, front.language);
  const used = new Set(marked.flatMap(({ numbers }) => numbers));
  const wrong = [
    ...problems,
    ...(marked.length > MAX_SENTENCES ? [`has ${marked.length} sentences, more than ${MAX_SENTENCES}`] : []),
    ...[...used].filter((n) => !(n in front.cites)).map((n) => `[${n}] is not in cites`),
    ...Object.keys(front.cites)
      .filter((n) => !used.has(Number(n)))
      .map((n) => `cites.${n} is cited by no sentence`),
  ];
  const [first, ...rest] = marked.flatMap((sentence) => toSentence(sentence, front));
  if (wrong.length > 0 || first === undefined) throw new DocumentProblem(file, wrong.join('; '));
  const unkept = [first, ...rest].flatMap((sentence) => keepsToQuotes(sentence));
  if (unkept.length > 0) throw new DocumentProblem(file, unkept.join('; '));
  const { id, version, reviewedBy, reviewedOn, questions } = front;
  return { file, mark: { id, version, reviewedBy, reviewedOn }, questions, sentences: [first, ...rest] };
}

function toSentence({ text, numbers }: MarkedSentence, { cites }: AnswerFrontMatter): AnswerSentence[] {
  const [first, ...rest] = numbers.flatMap((n): AnswerCite[] => {
    const cite = cites[String(n)];
    if (cite === undefined) return [];
    const { document: documentId, version: writtenAgainst, heading, quote } = cite;
    return [{ documentId, writtenAgainst, heading, quote }];
  });
  return first === undefined ? [] : [{ text, cites: [first, ...rest] }];
}

function readFront(yaml: string, file: string): AnswerFrontMatter {
  // The line of the opening mark is put back, so that a problem names the line of the file.
  const document = parseDocument(`\n${yaml}`, { schema: 'failsafe' });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const [reason] = broken.message.split('\n', 1);
    throw new DocumentProblem(file, `front matter: ${reason?.replace(/:$/u, '')}`, { cause: broken });
  }
  const parsed = answerFileSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.map((key) => [...issue.path.map(String), key].join('.')).join(', ')} is not known`
      : `${issue.path.map(String).join('.')} ${issue.message}`.trim(),
  );
  throw new DocumentProblem(file, `front matter: ${reasons.join('; ')}`);
}
