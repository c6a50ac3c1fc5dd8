import type { EvalCase } from '#evaluation/eval-case.ts';
import type { CaseRecord, EvalRun } from '#evaluation/run/run-record.ts';
import { referenceOf, rubricsOf } from './case-to-ragas.ts';
import type { MultiTurnSample, RagasSamples, SingleTurnSample } from './ragas-schema.ts';

export interface RunSources {
  /** The case of a record; null when its suite has changed since. */
  caseOf(suite: string, id: string): EvalCase | null;
  /** A passage as it stands in the documents now; null when it does not stand there any more. */
  passageText(id: string): string | null;
}

export interface RunSamples extends RagasSamples {
  /** Cases in which nothing was said, which RAGAS scores as NaN or 0: they are counted here and scored by us. */
  readonly silent: { readonly expected: number; readonly unexpected: number };
}

/** What was found, best first; the quotes cited where the run kept no trace or the documents have changed. */
function contextsOf(reply: CaseRecord['replies'][number], sources: RunSources) {
  const found = [...new Set((reply.trace?.retrieved ?? []).map(({ passageId }) => passageId))].flatMap((id) => {
    const text = sources.passageText(id);
    return text === null ? [] : [{ id, text }];
  });
  const contexts =
    found.length > 0 ? found : reply.citations.map(({ passageId, quote }) => ({ id: passageId, text: quote }));
  return {
    retrieved_contexts: contexts.map(({ text }) => text),
    retrieved_context_ids: contexts.map(({ id }) => id),
  };
}

function toSingle(record: CaseRecord, text: string, sources: RunSources): SingleTurnSample {
  const item = sources.caseOf(record.suite, record.id);
  const reference = item === null ? undefined : referenceOf(item);
  const reply = record.replies.at(-1);
  return {
    user_input: record.turns[0] ?? '',
    ...(reply && contextsOf(reply, sources)),
    ...(item !== null &&
      item.support.length > 0 && { reference_contexts: item.support.map(({ contains }) => contains) }),
    response: text,
    ...(reference !== undefined && { reference }),
    ...(item !== null && { rubrics: rubricsOf(item) }),
  };
}

function toMulti({ suite, id, turns, replies }: CaseRecord, sources: RunSources): MultiTurnSample {
  const item = sources.caseOf(suite, id);
  const reference = item === null ? undefined : referenceOf(item);
  return {
    user_input: turns.flatMap((content, at) => [
      { content, type: 'human' as const },
      { content: replies[at]?.answer?.text ?? '', type: 'ai' as const },
    ]),
    ...(reference !== undefined && { reference }),
    ...(item !== null && { rubrics: rubricsOf(item) }),
  };
}

/** A run as RAGAS samples, each with what was answered and what was found. */
export function runToRagas({ records }: Pick<EvalRun, 'records'>, sources: RunSources): RunSamples {
  const single: SingleTurnSample[] = [];
  const multi: MultiTurnSample[] = [];
  const silent = { expected: 0, unexpected: 0 };
  for (const record of records) {
    const text = record.replies.at(-1)?.answer?.text;
    if (text === undefined) silent[record.expected === record.actual ? 'expected' : 'unexpected'] += 1;
    else if (record.turns.length === 1) single.push(toSingle(record, text, sources));
    else multi.push(toMulti(record, sources));
  }
  return { single, multi, silent };
}
