import type { Comparison } from '#evaluation/gate/comparison.ts';
import type { CaseRecord, EvalRun } from '#evaluation/run/run-record.ts';
import { compareFaults } from './find-record.ts';
import { listFlips } from './list-flips.ts';

/** Cases of one topic, over all suites. */
export interface TopicCount {
  readonly topic: string;
  readonly worse: number;
  readonly of: number;
  /** The gravest of those that got worse. */
  readonly example: CaseRecord;
}

const PREFIX = 'topic:';

/** What a case is about, without dashes; null when no tag says. */
export function topicOf({ tags }: Pick<CaseRecord, 'tags'>): string | null {
  const tag = tags.find((one) => one.startsWith(PREFIX));
  return tag === undefined ? null : tag.slice(PREFIX.length).replace(/[-_]+/gu, ' ');
}

/** Topics with cases that got worse: most such cases first, then those of which the largest part did. */
export function countTopics(run: EvalRun, comparison: Comparison): TopicCount[] {
  const worse = new Set(listFlips(comparison).worse.map(({ suite, id }) => JSON.stringify([suite, id])));
  const topics = new Map<string, CaseRecord[]>();
  for (const record of run.records) {
    const topic = topicOf(record);
    if (topic !== null) topics.set(topic, [...(topics.get(topic) ?? []), record]);
  }
  return [...topics]
    .flatMap(([topic, records]) => {
      const own = records.filter(({ suite, id }) => worse.has(JSON.stringify([suite, id]))).sort(compareFaults);
      const [example] = own;
      return example === undefined ? [] : [{ topic, worse: own.length, of: records.length, example }];
    })
    .sort((a, b) => b.worse - a.worse || b.worse / b.of - a.worse / a.of || (a.topic < b.topic ? -1 : 1));
}
