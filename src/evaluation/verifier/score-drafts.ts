import type { VerifyClaim } from '#assistant/verify/claim/create-claim-verifier.ts';
import type { EvalCase } from '#evaluation/eval-case.ts';
import { exactInterval, type Proportion } from '#evaluation/statistics/exact-interval.ts';

export type DraftSentence = NonNullable<EvalCase['draft']>[number];

export interface JudgedDraft {
  readonly id: string;
  readonly sentence: DraftSentence;
  /** Null where the verifier accepts. */
  readonly reason: string | null;
}

export interface DraftScores {
  readonly supportedAccepted: Proportion;
  /** Without fabricated quotes, which exactness catches: a claim that follows from them is consistent with them. */
  readonly unsupportedRejected: Proportion;
  /** Rejected, by what is wrong with the sentence; `fabricated` among them. */
  readonly byFault: ReadonlyMap<string, Proportion>;
  readonly judged: readonly JudgedDraft[];
}

/** Faults that no comparison of claim and quotes can see. */
const NOT_OURS = new Set(['fabricated']);

const share = (list: readonly JudgedDraft[], is: (one: JudgedDraft) => boolean): Proportion =>
  exactInterval(list.filter(is).length, list.length);

/** What a verifier accepts and rejects among the sentences of draft cases, with exact 95% intervals. */
export function scoreDrafts(cases: readonly EvalCase[], verify: VerifyClaim): DraftScores {
  const judged = cases.flatMap(({ id, draft = [] }) =>
    draft.map((sentence): JudgedDraft => {
      const verdict = verify(sentence.text, sentence.quotes);
      return { id, sentence, reason: verdict.supported ? null : verdict.reason };
    }),
  );
  const isRejected = ({ reason }: JudgedDraft) => reason !== null;
  const unsupported = judged.filter(({ sentence }) => !sentence.supported);
  const faultOf = ({ sentence }: JudgedDraft) => sentence.fault ?? 'none';
  const faults = [...new Set(unsupported.map(faultOf))].sort();
  return {
    supportedAccepted: share(
      judged.filter(({ sentence }) => sentence.supported),
      (one) => !isRejected(one),
    ),
    unsupportedRejected: share(
      unsupported.filter((one) => !NOT_OURS.has(faultOf(one))),
      isRejected,
    ),
    byFault: new Map(
      faults.map((fault) => [
        fault,
        share(
          unsupported.filter((o) => faultOf(o) === fault),
          isRejected,
        ),
      ]),
    ),
    judged,
  };
}
