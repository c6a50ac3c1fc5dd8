import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readAsk } from '#assistant/ask/read-ask.ts';
import { createAnswersSnapshot } from '#assistant/reviewed/answers-snapshot.ts';
import { createReviewedAnswers } from '#assistant/reviewed/create-reviewed-answers.ts';
import { createIngestCorpus } from '#assistant/reviewed/ingest-corpus.ts';
import type { DocumentVersion } from '#domain/ids.ts';
import { answerFile, createDocuments, knee, kneeText } from '../../../support/answer-samples.ts';
import { askReaderOver } from '../../../support/ask-reader.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const reader = askReaderOver([kneeText, 'Leaflets about hips.']);
const formWords = { ignored: new Set(['i', 'can', 'the', 'is', 'it']), asking: new Set(['when', 'what', 'how']) };

function setUp(files: Readonly<Record<string, string>> = { 'bathing.md': answerFile() }) {
  const corpusDir = temporaryFolder();
  const dataDir = temporaryFolder();
  const folder = join(corpusDir, 'answers');
  mkdirSync(folder);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  for (const [name, text] of Object.entries(files)) write(name, text);
  const store = createDocuments(knee());
  const clock = createFakeClock();
  const log = { info: vi.fn(), warn: vi.fn() };
  /** As another process over the same folders would build it. */
  const open = () =>
    createReviewedAnswers({
      corpusDir,
      snapshot: createAnswersSnapshot(join(dataDir, 'answers.json')),
      documents: store.documents,
      formWords,
      clock,
      log,
    });
  const ingest = async (answers: ReturnType<typeof open>) => {
    const failures = await answers.takeOver();
    return { ...(await answers.report()), failures };
  };
  const ask = (question: string) => readAsk({ text: question, question, context: [] }, reader);
  const find = async (answers: ReturnType<typeof open>, question: string) =>
    (await answers.find(ask(question), reader))?.answer.mark.id ?? null;
  return { ...store, corpusDir, dataDir, folder, write, clock, log, open, find, ingest };
}

describe('reviewed answers', () => {
  it('are served for their question once they were taken over, and never for another', async () => {
    const { open, find, ingest } = setUp();
    const answers = open();
    expect(await find(answers, 'When can I bathe?')).toBeNull();
    expect(await ingest(answers)).toEqual({ answers: 1, unsigned: 1, withheld: 0, failures: [], warnings: [] });
    expect(await find(answers, 'when can i bathe')).toBe('bathing');
    expect(await find(answers, 'When can I bathe with stitches?')).toBeNull();
    expect(await find(answers, 'When can I drive?')).toBeNull();
  });

  it('are none where there is no folder, and nothing is written then', async () => {
    const { open, find, folder, dataDir, ingest } = setUp({});
    rmSync(folder, { recursive: true });
    const answers = open();
    expect(await ingest(answers)).toMatchObject({ answers: 0, failures: [], warnings: [] });
    expect(await find(answers, 'When can I bathe?')).toBeNull();
    expect(await createAnswersSnapshot(join(dataDir, 'answers.json')).mark()).toBeNull();
  });

  it('leave out a file that is wrong, name it, and serve the rest', async () => {
    const { open, find, ingest } = setUp({
      'a.md': 'no front matter',
      'bathing.md': answerFile(),
      '.hidden.md': 'x',
      'notes.txt': 'x',
    });
    const answers = open();
    expect(await ingest(answers)).toMatchObject({
      answers: 1,
      failures: [{ file: 'answers/a.md', reason: 'has no front matter' }],
    });
    expect(await find(answers, 'When can I bathe?')).toBe('bathing');
  });

  it('are withheld from the moment a document is withdrawn, without an ingest, and come back with it', async () => {
    const { open, find, withdraw, put, ingest } = setUp();
    const answers = open();
    await ingest(answers);
    withdraw('knee');
    expect(await find(answers, 'When can I bathe?')).toBeNull();
    put(knee());
    expect(await find(answers, 'When can I bathe?')).toBe('bathing');
  });

  it('are withheld when a quote is gone, and the ingest says which file and document', async () => {
    const { open, find, put, ingest } = setUp();
    const answers = open();
    put(knee({ version: 'ffff0000ffff0000' as DocumentVersion, text: kneeText.replace('Do not', 'Never') }));
    expect(await ingest(answers)).toMatchObject({
      withheld: 1,
      failures: [],
      warnings: [
        {
          file: 'answers/bathing.md',
          reason: expect.stringMatching(/^document "knee" has changed: .* \(not served\)$/),
        },
        { file: 'answers/bathing.md', reason: expect.stringMatching(/"knee": the quote .* does not stand in it/) },
      ],
    });
    expect(await find(answers, 'When can I bathe?')).toBeNull();
  });

  it('are served with a warning while every quote stands in a changed document', async () => {
    const { open, find, put, ingest } = setUp();
    const answers = open();
    put(knee({ version: 'ffff0000ffff0000' as DocumentVersion, text: `${kneeText}\nMore.\n` }));
    const { withheld, warnings } = await ingest(answers);
    expect(withheld).toBe(0);
    expect(warnings).toEqual([
      { file: 'answers/bathing.md', reason: expect.stringMatching(/^document "knee" has changed: .*still served/) },
    ]);
    expect(await find(answers, 'When can I bathe?')).toBe('bathing');
  });

  it('that are edited in the folder are served only after an ingest, also one of another process', async () => {
    const { open, find, write, clock, ingest } = setUp();
    const [running, other] = [open(), open()];
    await ingest(running);
    write('bathing.md', answerFile({ questions: ['When can I shower?'] }));
    clock.advance(10_000);
    expect(await find(running, 'When can I bathe?')).toBe('bathing');
    await ingest(other);
    clock.advance(1_000);
    expect(await find(running, 'When can I bathe?')).toBe('bathing');
    clock.advance(2_000);
    expect(await find(running, 'When can I bathe?')).toBeNull();
    expect(await find(running, 'When can I shower?')).toBe('bathing');
  });

  it('are there at once for a process that starts after the ingest', async () => {
    const { open, find, ingest } = setUp();
    await ingest(open());
    expect(await find(open(), 'When can I bathe?')).toBe('bathing');
  });

  it('are none while what was taken over cannot be read, and a log line says so', async () => {
    const { open, find, dataDir, log, clock, ingest } = setUp();
    const answers = open();
    await ingest(answers);
    expect(await find(answers, 'When can I bathe?')).toBe('bathing');
    writeFileSync(join(dataDir, 'answers.json'), '{"sources": [');
    clock.advance(3_000);
    expect(await find(answers, 'When can I bathe?')).toBeNull();
    expect(log.warn).toHaveBeenCalledOnce();
  });

  it('that two files claim in different words are not served', async () => {
    const { open, find, ingest } = setUp({
      'a.md': answerFile({ id: 'a', questions: ['What are the side effects?'] }),
      'b.md': answerFile({ id: 'b', questions: ['What are the adverse events?'] }),
    });
    const answers = open();
    await ingest(answers);
    expect(await find(answers, 'What are the side effects?')).toBeNull();
  });
});

describe('an ingest', () => {
  function ingestWith(corpusDir: string) {
    const report = {
      added: 1,
      updated: 0,
      unchanged: 0,
      withdrawn: 0,
      failures: [{ file: 'x.md', reason: 'is empty' }],
      warnings: [{ file: 'y.md', reason: 'line 3 holds a comment with words in it' }],
    };
    const documents = vi.fn(async () => report);
    const takeOver = vi.fn(async () => [{ file: 'answers/a.md', reason: 'has no front matter' }]);
    const warnings = [{ file: 'answers/b.md', reason: 'document "knee" is withdrawn' }];
    const answers = vi.fn(async () => ({ answers: 1, unsigned: 1, withheld: 0, warnings }));
    const reviewed = { takeOver, report: answers };
    return {
      documents,
      takeOver,
      answers,
      ingest: createIngestCorpus({ knowledge: { ingest: documents }, reviewed, corpusDir }),
    };
  }

  it('takes answers over, then documents, then looks how the answers stand, and reports it all', async () => {
    const { ingest, documents, takeOver, answers } = ingestWith('corpus');
    const report = await ingest([]);
    expect(documents).toHaveBeenCalledWith([], undefined, undefined);
    const order = [takeOver, documents, answers].map(({ mock }) => mock.invocationCallOrder[0] ?? 0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(report.failures.map(({ file }) => file)).toEqual(['x.md', 'answers/a.md']);
    expect(report.warnings.map(({ file }) => file)).toEqual(['y.md', 'answers/b.md']);
  });

  it('never takes a file of answers/ for a document, nor nothing for everything', async () => {
    const { ingest, documents, answers } = ingestWith('corpus');
    await ingest(['corpus/knee.md', 'corpus/answers/a.md', 'elsewhere/answers/c.md']);
    expect(documents).toHaveBeenLastCalledWith(['corpus/knee.md', 'elsewhere/answers/c.md'], undefined, undefined);
    documents.mockClear();
    expect(await ingest(['corpus/answers'])).toMatchObject({ added: 0, withdrawn: 0 });
    expect(documents).not.toHaveBeenCalled();
    expect(answers).toHaveBeenCalledTimes(2);
  });
});
