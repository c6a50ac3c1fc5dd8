import { compareFacts } from '#evaluation/compare-facts.ts';
import type { EvalCase } from '#evaluation/eval-case.ts';
import type { SupportJudge } from '#evaluation/judge/support-judge.ts';
import { createSeededRandom } from '#evaluation/statistics/seeded-random.ts';
import type { Values } from './check-kinds.ts';
import type { EvalReply } from './eval-reply.ts';
import { type EvidenceTarget, passageEvidence, readEvidence } from './read-evidence.ts';
import type { CaseRecord } from './run-record.ts';
import { type CitedClaim, scoreCitations } from './score-citations.ts';

export interface MeasureCitationsDeps {
  readonly target: EvidenceTarget;
  readonly judge: SupportJudge;
  readonly seed: number;
  /** The case of each record, by suite and id. */
  readonly caseOf: (record: CaseRecord) => EvalCase | undefined;
}

const SENTENCE_END = /(?<=[.!?])\s+/u;
/** Sentences of a passage that a copying system would give. */
const COPIED = 3;

/** The sentences of an answer with what their citations lead to. */
async function claimsOf(reply: EvalReply, target: MeasureCitationsDeps['target']): Promise<CitedClaim[]> {
  const found = new Map<number, readonly string[] | null>();
  for (const citation of reply.citations) found.set(citation.n, await readEvidence(citation, target));
  return (reply.answer?.sentences ?? []).map(({ text, citations }) => ({
    text,
    evidence: citations.map((n) => found.get(n) ?? null),
  }));
}

/** What a system would score that answers with the first passage found, word for word. */
async function measureCopy(item: EvalCase, reply: EvalReply, deps: MeasureCitationsDeps): Promise<Values> {
  const id = reply.trace?.retrieved[0]?.passageId;
  const passage = id === undefined ? null : await deps.target.passage(id);
  if (passage === null) return {};
  const said = passage.text.split(SENTENCE_END).slice(0, COPIED);
  const facts = compareFacts(said.join(' '), item.facts);
  const claims = said.map((text) => ({ text, evidence: [passageEvidence(passage)] }));
  const { recall } = await scoreCitations(claims, deps.judge);
  const isRight = facts.missing.length === 0 && facts.forbidden.length === 0;
  return { copyCitationRecall: recall, copyRight: isRight ? 1 : 0 };
}

/**
 * Adds citation recall and precision to the records, with what bounds them: a copy of the first passage above, and below,
 * the same sentences with the sources of another answer, drawn by the seed.
 */
export async function measureCitations(
  records: readonly CaseRecord[],
  deps: MeasureCitationsDeps,
): Promise<CaseRecord[]> {
  const { judge, target, seed } = deps;
  const random = createSeededRandom(seed);
  const claims = new Map<CaseRecord, CitedClaim[]>();
  for (const record of records) {
    const reply = record.replies.at(-1);
    if (reply?.answer) claims.set(record, await claimsOf(reply, target));
  }
  const answered = [...claims.keys()];
  const measured: CaseRecord[] = [];
  for (const record of records) {
    const own = claims.get(record);
    const item = deps.caseOf(record);
    const reply = record.replies.at(-1);
    const shouldAnswer = record.expected === 'answered' && reply !== undefined;
    const copy = shouldAnswer && item && reply ? await measureCopy(item, reply, deps) : {};
    if (own === undefined) {
      measured.push({
        ...record,
        values: { ...record.values, ...copy, ...(shouldAnswer && { citationRecallOfAll: 0 }) },
      });
      continue;
    }
    const { recall, precision } = await scoreCitations(own, judge);
    const other = answered[random.below(answered.length)];
    const elsewhere = (other === record ? undefined : other && claims.get(other))?.flatMap(({ evidence }) => evidence);
    const control =
      elsewhere &&
      (await scoreCitations(
        own.map(({ text }) => ({ text, evidence: elsewhere })),
        judge,
      ));
    measured.push({
      ...record,
      values: {
        ...record.values,
        ...copy,
        citationRecall: recall,
        citationPrecision: precision,
        ...(shouldAnswer && { citationRecallOfAll: recall }),
        ...(control && { controlCitationRecall: control.recall }),
      },
    });
  }
  return measured;
}
