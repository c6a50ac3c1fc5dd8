import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Judgements } from '#evaluation/ranking-measures.ts';

export interface JudgedRecord {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface JudgedQuestion {
  readonly id: string;
  readonly text: string;
  readonly judgements: Judgements;
}

export interface JudgedFolder {
  readonly records: readonly JudgedRecord[];
  /** Those with at least one relevant record. */
  readonly questions: readonly JudgedQuestion[];
}

const line = z.object({ _id: z.string(), title: z.string().nullish(), text: z.string().nullish() });

async function* readLines(path: string): AsyncGenerator<string> {
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() !== '') yield text;
  }
}

async function readRecords(path: string): Promise<JudgedRecord[]> {
  const records: JudgedRecord[] = [];
  for await (const text of readLines(path)) {
    const { _id: id, title, text: body } = line.parse(JSON.parse(text));
    records.push({ id, title: (title ?? '').trim(), text: (body ?? '').trim() });
  }
  return records;
}

/** Lines of question, record and relevance, split by tabs, below a header. */
async function readJudgements(path: string): Promise<Map<string, Map<string, number>>> {
  const byQuestion = new Map<string, Map<string, number>>();
  for await (const text of readLines(path)) {
    const [question, record, relevance] = text.split('\t');
    const value = Number(relevance);
    if (question === undefined || record === undefined || !Number.isFinite(value)) continue;
    const judged = byQuestion.get(question) ?? new Map<string, number>();
    byQuestion.set(question, judged.set(record, value));
  }
  return byQuestion;
}

/**
 * A folder as BEIR publishes them (Thakur et al. 2021): `corpus.jsonl` and `queries.jsonl` with `_id`, `title` and `text`,
 * and `qrels/<split>.tsv`.
 */
export async function readJudgedFolder(folder: string, split: string): Promise<JudgedFolder> {
  const records = await readRecords(join(folder, 'corpus.jsonl'));
  const judgements = await readJudgements(join(folder, 'qrels', `${split}.tsv`));
  const questions = (await readRecords(join(folder, 'queries.jsonl'))).flatMap(({ id, text }) => {
    const judged = judgements.get(id);
    return judged && [...judged.values()].some((relevance) => relevance > 0) ? [{ id, text, judgements: judged }] : [];
  });
  return { records, questions };
}
