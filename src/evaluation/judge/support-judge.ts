/**
 * Decides whether evidence says what a claim says: the product's own verifier, or a model that somebody configured. An
 * implementation throws when it cannot decide; it never guesses.
 */
export interface SupportJudge {
  /** As reports name it. Of a model, with the wording it was asked with: results of different names are never mixed. */
  readonly name: string;
  /** All of `evidence` together; none is never support. */
  supports(claim: string, evidence: readonly string[]): boolean | Promise<boolean>;
}
