import { describe, expect, it } from 'vitest';
import { parseAnswerFile } from '#assistant/reviewed/parse-answer-file.ts';
import { parseAnswers } from '#assistant/reviewed/parse-answers.ts';
import { answerFile } from '../../../support/answer-samples.ts';

const file = 'answers/bathing.md';
const cite = (n: number, more = '') =>
  `  ${n}:\n    document: knee\n    version: a1b2c3d4\n    quote: Do not bathe before that\n${more}`;

describe('a file of answers/', () => {
  it('is question forms, and sentences with the quotes they stand on', () => {
    expect(parseAnswerFile(answerFile({ questions: ['When can I bathe?', 'May I bathe?'] }), file)).toEqual({
      file,
      mark: { id: 'bathing', version: '3', reviewedBy: null, reviewedOn: null },
      questions: ['When can I bathe?', 'May I bathe?'],
      sentences: [
        {
          text: 'The guide says not to bathe before then.',
          cites: [{ documentId: 'knee', writtenAgainst: 'a1b2c3d4', heading: null, quote: 'Do not bathe before that' }],
        },
      ],
    });
  });

  it('says who signed it and when', () => {
    const signed = answerFile().replace(
      'reviewedBy: null\nreviewedOn: null',
      'reviewedBy: Dr Ada Brook\nreviewedOn: 2026-11-20',
    );
    expect(parseAnswerFile(signed, file).mark).toMatchObject({ reviewedBy: 'Dr Ada Brook', reviewedOn: '2026-11-20' });
  });

  it('may break lines anywhere and write its marks with or without a space', () => {
    const body = 'The guide says\nnot to bathe[1] before\nthen.[1]'.replace('[1] before', ' before');
    const { sentences } = parseAnswerFile(answerFile({ body, cites: `${cite(1)}` }).replaceAll('\n', '\r\n'), file);
    expect(sentences.map(({ text }) => text)).toEqual(['The guide says not to bathe before then.']);
  });

  it.each([
    [
      'a sentence without a mark',
      answerFile({ body: 'You must not. The guide says not to bathe. [1]' }),
      '"You must not." cites nothing',
    ],
    [
      'a last sentence without a mark',
      answerFile({ body: 'It says not to bathe. [1]\nAsk us.' }),
      '"Ask us." cites nothing',
    ],
    [
      'a mark before the full stop',
      answerFile({ body: 'It says not to bathe [1].' }),
      '"It says not to bathe" does not end in a full stop before its mark',
    ],
    ['a mark for no quote', answerFile({ body: 'It says not to bathe. [1][2]' }), '[2] is not in cites'],
    ['a quote nobody cites', answerFile({ cites: cite(1) + cite(2) }), 'cites.2 is cited by no sentence'],
    ['no text', answerFile({ body: '' }), 'has no text below the front matter'],
    ['no front matter', 'Not to bathe. [1]\n', 'has no front matter'],
    ['a key nobody knows', answerFile({ front: 'reviewer: Ada\n' }), 'front matter: reviewer is not known'],
    [
      'a cite with a stray key',
      answerFile({ cites: cite(1, '    page: 4\n') }),
      'front matter: cites.1.page is not known',
    ],
    [
      'a cite without a quote',
      answerFile({ cites: '  1:\n    document: knee\n' }),
      'front matter: cites.1.quote is missing',
    ],
    ['no question', answerFile({ questions: [] }), 'front matter: questions is not a list of questions'],
    ['a bad id', answerFile({ id: 'a b' }), 'front matter: id may hold 1 to 64 letters, digits, _ and - only'],
    [
      'half a signature',
      answerFile().replace('reviewedBy: null', 'reviewedBy: Ada'),
      'front matter: reviewedOn and reviewedBy are given together or not at all',
    ],
    [
      'a version of words',
      answerFile().replace('version: 3', 'version: new'),
      'front matter: version is not a number counted from 1',
    ],
    ['broken YAML', answerFile().replace('version: 3', 'version: ['), 'front matter: '],
    [
      'six sentences',
      answerFile({ body: Array.from({ length: 6 }, () => 'It says not to bathe. [1]').join('\n') }),
      'has 6 sentences, more than 5',
    ],
    ['a figure of its own', answerFile({ body: 'Not before 9 days. [1]' }), '"9 days" does not stand so in its quotes'],
  ])('is refused with %s', (_, source, reason) => {
    expect(() => parseAnswerFile(source, file)).toThrow(
      `${file}: ${reason.startsWith('"9') ? '"Not before 9 days.": ' : ''}${reason}`,
    );
  });
});

describe('several files', () => {
  it('with one id, or one question, are told apart: the second is refused', () => {
    const sources = [
      { file: 'answers/a.md', text: answerFile() },
      { file: 'answers/b.md', text: answerFile({ questions: ['Something else?'] }) },
      { file: 'answers/c.md', text: answerFile({ id: 'c', questions: ['when can i  BATHE'] }) },
      { file: 'answers/d.md', text: answerFile({ id: 'd', questions: ['Something else?'] }) },
    ];
    const { answers, failures } = parseAnswers(sources);
    expect(answers.map(({ mark }) => mark.id)).toEqual(['bathing', 'd']);
    expect(failures).toEqual([
      { file: 'answers/b.md', reason: 'its id "bathing" is that of answers/a.md too' },
      { file: 'answers/c.md', reason: 'its question "when can i  BATHE" is in answers/a.md too' },
    ]);
  });
});
