import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAskReader } from '#assistant/ask/create-ask-reader.ts';
import { readAskInputs } from '#assistant/ask/read-ask-inputs.ts';
import { parseAnswers } from '#assistant/reviewed/parse-answers.ts';
import { readAnswerFiles } from '#assistant/reviewed/read-answer-files.ts';
import { readFormWords } from '#assistant/reviewed/read-form-words.ts';
import { isSameQuestion, readWhole } from '#assistant/reviewed/same-question.ts';
import { readGlossary } from '#knowledge/organisation/read-glossary.ts';
import { createTermCorrector } from '#knowledge/words/correct-term.ts';
import { listTerms } from '#knowledge/words/list-terms.ts';

const prompt = (name: string) => readFileSync(`prompts/answer/${name}.yaml`, 'utf8');
const formWords = readFormWords(prompt('form-words'));
const { answers } = parseAnswers((await readAnswerFiles('corpus')).sources);

/** A reader over the words of one guide. */
const terms = new Set(listTerms(readFileSync('corpus/what-is-cik.md', 'utf8')));
const reader = createAskReader({
  glossary: await readGlossary('corpus/glossary.yaml'),
  organisationNames: ['CancerFax'],
  ...(await readAskInputs('prompts/answer')),
})({
  size: 100,
  documentFrequency: (stem) => (terms.has(stem) ? 1 : 0),
  correct: createTermCorrector([...terms], () => 1),
});

function answersTo(question: string): string[] {
  const asked = readWhole(question, reader, formWords);
  return answers
    .filter(({ questions }) =>
      questions.some((form) => isSameQuestion(asked, readWhole(form, reader, formWords), formWords)),
    )
    .map(({ mark }) => mark.id);
}

describe('a question that a reviewed answer has a form of', () => {
  it.each(answers.flatMap(({ mark, questions }) => questions.map((question) => [question, mark.id] as const)))(
    'is that answer and no other: %s',
    (question, id) => expect(answersTo(question)).toEqual([id]),
  );

  it.each([
    ['How long does it take to produce the CIK cells?', 'how-cik-is-made'],
    ['how long does cik manufacturing take', 'how-cik-is-made'],
    ['How are cytokine induced killer cells manufactured?', 'how-cik-is-made'],
    ['How are killer cells made?', 'how-cik-is-made'],
    ['Hi, what is cytokine-induced killer cell therapy please?', 'what-is-cik'],
    ['Are there any side effects of CIK treatment?', 'is-cik-safe'],
    ['What are the toxicities of CIK?', 'is-cik-safe'],
    ['Could CIK be combined with chemo?', 'cik-with-chemotherapy'],
    ['can CIK be combined with chemoterapy', 'cik-with-chemotherapy'],
    ['What is the price of CIK?', 'what-cik-costs'],
    ['Is CIK identical to CAR T?', 'cik-and-car-t'],
    ['How do CIK and CAR-T differ?', 'cik-and-car-t'],
    ['where is CIK therapy offered?', 'where-available'],
  ])('is found in other words of the same meaning: %s', (question, id) => {
    expect(answersTo(question)).toEqual([id]);
  });
});

describe('a near miss', () => {
  it.each([
    // Another therapy, or another part of the one.
    ['How long does it take to make CAR-T cells?', 'How long does it take to make CIK cells?'],
    ['How is TIL therapy made?', 'How is CIK made?'],
    ['Is CAR-T safe?', 'Is CIK therapy safe?'],
    ['What are the side effects of chemotherapy?', 'What are the side effects of CIK?'],
    ['Can CIK be combined with radiotherapy?', 'Can CIK be combined with chemotherapy?'],
    ['Can CIK be combined with CAR-T?', 'Can CIK be combined with chemotherapy?'],
    ['Is CIK the same as immunotherapy?', 'Is CIK the same as CAR-T?'],
    ['Is CIK approved by the EMA?', 'Is CIK approved by the FDA?'],
    // One word more.
    ['How long does it take to make CIK cells in India?', 'How long does it take to make CIK cells?'],
    ['Is CIK safe for children?', 'Is CIK therapy safe?'],
    ['Is CIK safe in pregnancy?', 'Is CIK therapy safe?'],
    ['Is CIK safe for my mother?', 'Is CIK therapy safe?'],
    ['Is CIK safe for me?', 'Is CIK therapy safe?'],
    ['What are the long-term side effects of CIK?', 'What are the side effects of CIK?'],
    ['What are the side effects of CIK with chemotherapy?', 'What are the side effects of CIK?'],
    ['Does CIK work in lung cancer?', 'Does CIK work?'],
    ['Does CIK work without chemotherapy?', 'Does CIK work?'],
    ['Does CIK work after surgery?', 'Does CIK work?'],
    ['Is CIK approved in China?', 'Is CIK approved?'],
    ['How much does CIK cost in rupees?', 'How much does CIK cost?'],
    ['Is CIK available in India?', 'Where is CIK available?'],
    ['Is CIK available outside Korea?', 'Is CIK available outside China?'],
    ['Which cancers is CIK not used for?', 'Which cancers is CIK used for?'],
    ['Does CIK work without radiotherapy?', 'Does CIK work without chemotherapy?'],
    // Another thing asked of the same.
    ['How does CIK work?', 'Does CIK work?'],
    ['How long does CIK work?', 'Does CIK work?'],
    ['How soon does CIK work?', 'How well does CIK work?'],
    ['How long does CIK take?', 'How long do CIK cells take to make?'],
    ['Where is CIK made?', 'How is CIK made?'],
    ['Does CIK cause fever?', 'Does CIK cause side effects?'],
    ['Should CIK be combined with chemotherapy?', 'Can CIK be combined with chemotherapy?'],
    ['Can CIK be given before chemotherapy?', 'Can CIK be given during chemotherapy?'],
    ['Can CIK be given without chemotherapy?', 'Can CIK be given with chemotherapy?'],
    ['Can CIK be given instead of chemotherapy?', 'Can CIK be given with chemotherapy?'],
    ['Why is CIK not covered by insurance?', 'Is CIK covered by insurance?'],
    ['Is CIK safer than CAR-T?', 'Is CIK the same as CAR-T?'],
    ['Is CAR-T better than CIK?', 'Is CIK better than CAR-T?'],
    ['What does CIK cure?', 'What does CIK mean?'],
    ['Who makes CIK?', 'How is CIK made?'],
    ['What is it?', 'What is CIK therapy?'],
    ['What?', 'What is CIK therapy?'],
    ['Is it safe?', 'Is CIK therapy safe?'],
    ['What is it?', 'What is that?'],
  ])('is no match: %s (%s)', (question, form) => {
    const [asked, written] = [question, form].map((text) => readWhole(text, reader, formWords));
    expect(isSameQuestion(asked ?? [], written ?? [], formWords)).toBe(false);
    expect(answersTo(question)).toEqual([]);
  });
});
