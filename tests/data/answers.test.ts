import { describe, expect, test } from 'vitest';
import { readingGrade } from '#assistant/reading-grade.ts';
import { parseAnswers } from '#assistant/reviewed/parse-answers.ts';
import { readAnswerFiles } from '#assistant/reviewed/read-answer-files.ts';
import { type AnswerDocuments, standAnswer } from '#assistant/reviewed/stand-answer.ts';
import { readDocumentFile } from '#knowledge/documents/read-document-file.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';

const { sources, failures: unread } = await readAnswerFiles('corpus');
const { answers, failures } = parseAnswers(sources);
const read = (id: string) => readDocumentFile('corpus', `${id}.md`);
const documents: AnswerDocuments = {
  find: async (id) => ({ ...(await read(id)), ingestedAt: '', withdrawnOn: null }),
  passagesOf: async (id) => splitIntoPassages(await read(id)),
};
const textOf = ({ sentences }: (typeof answers)[number]) => sentences.map(({ text }) => text).join(' ');
const named = answers.map((answer) => [answer.mark.id, answer] as const);

describe('the ten reviewed answers', () => {
  test('can be read, each under its own name', () => {
    expect([...unread, ...failures]).toEqual([]);
    expect(answers).toHaveLength(10);
    for (const { file, mark } of answers) expect(file).toBe(`answers/${mark.id}.md`);
  });

  test.each(named)('%s stands on the guides as they are: every quote, every version', async (_, answer) => {
    const { quotes, warnings } = await standAnswer(answer, documents);
    expect(warnings).toEqual([]);
    expect(quotes?.every((ofSentence) => ofSentence.length > 0)).toBe(true);
  });

  test.each(named)('%s names the version it was written against for each quote', (_, { sentences }) => {
    for (const { cites } of sentences)
      for (const { writtenAgainst } of cites) expect(writtenAgainst).toMatch(/^[0-9a-f]{12}$/u);
  });

  test.each(named)('%s reads at grade 8 or below, in 120 words at most', (_, answer) => {
    expect(readingGrade(textOf(answer))).toBeLessThanOrEqual(8);
    expect(textOf(answer).split(' ').length).toBeLessThanOrEqual(120);
  });

  test.each(named)('%s gives no advice', (_, answer) => {
    expect(textOf(answer)).not.toMatch(/\b(should|must|ought|recommend\w*|we advise|talk to|ask your|you need to)\b/iu);
  });

  test.each(named)('%s has three question forms or more', (_, { questions }) => {
    expect(questions.length).toBeGreaterThanOrEqual(3);
    for (const question of questions) expect(question).toMatch(/[?.]$/u);
  });

  test.each(named)('%s is unsigned until a person signs it', (_, { mark }) => {
    expect(mark).toMatchObject({ reviewedBy: null, reviewedOn: null });
  });
});
