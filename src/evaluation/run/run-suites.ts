import { createHash } from 'node:crypto';
import type { EvalCase } from '#evaluation/eval-case.ts';
import type { AnswerJudge } from '#evaluation/judge/answer-judge.ts';
import type { SupportJudge } from '#evaluation/judge/support-judge.ts';
import { createSeededRandom } from '#evaluation/statistics/seeded-random.ts';
import type { TargetIdentity } from './eval-target.ts';
import { measure } from './measure.ts';
import { measureAnswers } from './measure-answers.ts';
import { measureCitations } from './measure-citations.ts';
import { type RunCaseDeps, runCase } from './run-case.ts';
import { type CaseRecord, caseRecordSchema, type EvalRun, type SuiteIdentity } from './run-record.ts';
import type { SuiteSettings } from './suite-settings.ts';

export interface Suite {
  readonly name: string;
  readonly cases: readonly EvalCase[];
}

export interface RunSuitesDeps extends RunCaseDeps {
  readonly settings: SuiteSettings;
  readonly judge: SupportJudge;
  /** Judges answers too, where somebody configured one. */
  readonly answerJudge?: AnswerJudge;
  /** Cases asked at a time. */
  readonly jobs: number;
  /** Records of a run that was broken off: their cases are not asked again. */
  readonly done: readonly CaseRecord[];
  onRecord(record: CaseRecord, progress: { readonly done: number; readonly total: number }): void | Promise<void>;
}

const keyOf = ({ suite, id }: Pick<CaseRecord, 'suite' | 'id'>): string => `${suite}/${id}`;

/** At most `count` of each suite, drawn by the seed, in their order. */
export function sampleSuites(suites: readonly Suite[], count: number, seed: number): Suite[] {
  const random = createSeededRandom(seed);
  return suites.map(({ name, cases }) => {
    const drawn = cases.map((item) => ({ item, place: random.next() })).sort((a, b) => a.place - b.place);
    const kept = new Set(drawn.slice(0, count).map(({ item }) => item));
    return { name, cases: cases.filter((item) => kept.has(item)) };
  });
}

/** Name and digest of a suite as it is run. */
export const identifySuite = ({ name, cases }: Suite): SuiteIdentity => ({
  name,
  cases: cases.length,
  digest: createHash('sha256').update(JSON.stringify(cases)).digest('hex'),
});

/** Asks every case, `jobs` at a time, and measures what came. Ends with the first case that the target fails on. */
export async function runSuites(
  suites: readonly Suite[],
  split: EvalRun['split'],
  identity: TargetIdentity,
  deps: RunSuitesDeps,
): Promise<EvalRun> {
  const { seed } = deps.settings;
  const all = suites.flatMap(({ name, cases }) => cases.map((item) => ({ suite: name, item })));
  const caseOf = new Map(all.map(({ suite, item }) => [keyOf({ suite, id: item.id }), item]));
  const records = new Map(deps.done.filter((record) => caseOf.has(keyOf(record))).map((one) => [keyOf(one), one]));
  const waiting = all.filter(({ suite, item }) => !records.has(keyOf({ suite, id: item.id })));

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      // As it comes back from a file: the order of keys is part of the bytes.
      const record = caseRecordSchema.parse(await runCase(next.suite, next.item, deps));
      records.set(keyOf(record), record);
      await deps.onRecord(record, { done: records.size, total: all.length });
    }
  }
  await Promise.all(Array.from({ length: deps.jobs }, work));

  const inOrder = [...caseOf.keys()].flatMap((key) => records.get(key) ?? []);
  const caseOfRecord = (record: CaseRecord) => caseOf.get(keyOf(record));
  const cited = await measureCitations(inOrder, { ...deps, seed, caseOf: caseOfRecord });
  const measured = deps.answerJudge ? await measureAnswers(cited, deps.answerJudge, caseOfRecord) : cited;
  return {
    schema: 1,
    split,
    seed,
    identity,
    judge: deps.judge.name,
    suites: suites.map(identifySuite),
    records: measured,
    metrics: measure(measured, seed),
  };
}
