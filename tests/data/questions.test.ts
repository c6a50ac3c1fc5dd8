import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSuite } from '#evaluation/read-suite.ts';
import { type ScoredCase, scoreCase } from '#evaluation/score-case.ts';
import type { Reply } from '#wire/reply.ts';
import { readReply } from '../../src/bin/read-reply.ts';
import { type RunningCitewell, startCitewell } from '../support/start-citewell.ts';

const SUITES = 'evals/suites';

/** The product as it ships, asked over its own HTTP interface. Every reply is also checked against the documents. */
let citewell: RunningCitewell;
const texts = new Map<string, string>();

beforeAll(async () => {
  citewell = await startCitewell();
}, 120_000);
afterAll(() => citewell.stop());

async function documentText(id: string, version: string): Promise<string> {
  const key = `${id}@${version}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const { text } = await citewell.getJson<{ text: string }>(
    `/v1/documents/${encodeURIComponent(id)}?version=${encodeURIComponent(version)}`,
  );
  texts.set(key, text);
  return text;
}

/** A promise of every reply, whatever it answers. */
async function expectProvable(reply: Reply): Promise<void> {
  expect(reply.disclaimer).not.toBe('');
  for (const citation of reply.citations) {
    const text = await documentText(citation.documentId, citation.documentVersion);
    expect(text.slice(citation.start, citation.end)).toBe(citation.quote);
  }
  const known = new Set(reply.citations.map(({ n }) => n));
  for (const sentence of reply.answer?.sentences ?? []) {
    expect(sentence.citations.length).toBeGreaterThan(0);
    expect(sentence.citations.every((n) => known.has(n))).toBe(true);
  }
  const words = (reply.answer?.text ?? '').split(/\s+/u).length;
  expect(words).toBeLessThanOrEqual(120);
}

async function run(name: string): Promise<ScoredCase[]> {
  const results: ScoredCase[] = [];
  const cases = await readSuite(join(SUITES, `${name}.jsonl`));
  for (const item of cases.filter(({ split }) => split === 'dev')) {
    const reply = await citewell.ask(item.turns);
    await expectProvable(reply);
    results.push(scoreCase(item, readReply(reply)));
  }
  return results;
}

const wrong = (results: readonly ScoredCase[]) => results.filter((r) => !r.isRight).map((r) => r.item.id);

describe('questions over the five guides', () => {
  let answers: ScoredCase[];
  beforeAll(async () => {
    answers = await run('answers');
  }, 240_000);

  it.each(['cik-vs-car-t', 'what-is-cik', 'cik-evidence', 'cik-and-chemotherapy', 'cik-lung-cancer'])(
    '%s answers at least eight questions correctly',
    (guide) => {
      const right = answers.filter((r) => r.isRight && r.item.id.startsWith(`answers-${guide}-`));
      expect(right.length).toBeGreaterThanOrEqual(8);
    },
  );

  it('answers most questions correctly', () => {
    expect(wrong(answers).length / answers.length).toBeLessThanOrEqual(FLOORS.answersWrong);
  });

  it("answers most questions in patients' words", async () => {
    const results = await run('questions');
    expect(wrong(results).length / results.length).toBeLessThanOrEqual(FLOORS.questionsWrong);
    const released = results.filter(({ isWrongRelease }) => isWrongRelease);
    expect(released.length / results.length).toBeLessThanOrEqual(FLOORS.wrongReleases);
  }, 240_000);

  it('abstains on near misses', async () => {
    const results = await run('near-misses');
    expect(wrong(results).length / results.length).toBeLessThanOrEqual(FLOORS.nearMissesAnswered);
  }, 240_000);

  it('follows up', async () => {
    const results = await run('follow-ups');
    expect(wrong(results).length / results.length).toBeLessThanOrEqual(FLOORS.followUpsWrong);
  }, 240_000);
});

describe('answers that misled a tester once', () => {
  const saidTo = async (question: string) => (await citewell.ask([question])).answer?.text ?? '';

  it.each(['Can CIK replace the current chemotherapy regimen?', 'Is CIK a cure for stage IV NSCLC?'])(
    'give no yes of another question: %s',
    async (question) => expect(await saidTo(question)).not.toMatch(/\byes\b/iu),
  );
  it.each(['Can chemotherapy be stopped if CIK works?', 'Should patients drop chemotherapy once CIK has started?'])(
    'say nothing that reads as leave to stop a treatment: %s',
    async (question) => expect(await saidTo(question)).toMatch(/^$|replace|stop|standalone|sole/iu),
  );
  it('do not take non-small for small cell lung cancer', async () => {
    expect(await saidTo('Is CIK therapy useful for stage IV SCLC?')).not.toContain('NSCLC');
  });
  it('do not end with the concession that opens an answer', async () => {
    const said = await saidTo('If CAR-T achieves higher response rates, why would a patient choose CIK?');
    expect(said).toContain('CIK has an established evidence base');
  });
});

/** Measured shares, a little loosened: a change that makes one clearly worse fails. The next aim is to lower them. */
const FLOORS = {
  answersWrong: 0.37,
  questionsWrong: 0.45,
  wrongReleases: 0.11,
  nearMissesAnswered: 0.12,
  followUpsWrong: 0.26,
};
