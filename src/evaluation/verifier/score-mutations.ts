import type { VerifyClaim } from '#assistant/verify/claim/create-claim-verifier.ts';
import { exactInterval, type Proportion } from '#evaluation/statistics/exact-interval.ts';
import { MUTATIONS, type Mutant, type MutationKind, type SourceSentence } from './mutation.ts';

export interface MutationScores {
  /** The sentences as they stand in the documents. */
  readonly verbatimAccepted: Proportion;
  /** Rejected, by kind of change. */
  readonly rejected: ReadonlyMap<MutationKind, Proportion>;
  /** What the verifier let through. */
  readonly missed: readonly Mutant[];
  /** Verbatim sentences that it refused, with the reason. */
  readonly refused: ReadonlyArray<SourceSentence & { readonly reason: string }>;
}

/** The mutation score of a verifier, each figure with its exact 95% interval. */
export function scoreMutations(
  sentences: readonly SourceSentence[],
  mutants: readonly Mutant[],
  verify: VerifyClaim,
): MutationScores {
  const refused = sentences.flatMap((sentence) => {
    const verdict = verify(sentence.text, sentence.evidence);
    return verdict.supported ? [] : [{ ...sentence, reason: verdict.reason }];
  });
  const missed = mutants.filter(({ text, evidence }) => verify(text, evidence).supported);
  const rejected = MUTATIONS.map((kind): [MutationKind, Proportion] => {
    const all = mutants.filter((mutant) => mutant.kind === kind).length;
    return [kind, exactInterval(all - missed.filter((mutant) => mutant.kind === kind).length, all)];
  });
  return {
    verbatimAccepted: exactInterval(sentences.length - refused.length, sentences.length),
    rejected: new Map(rejected),
    missed,
    refused,
  };
}
