/** Says whether evidence carries a claim: the product's own verifier, or a model that somebody configured. */
export interface SupportJudge {
  /** As the report names it. */
  readonly name: string;
  /** All of `evidence` together; none is never support. */
  supports(claim: string, evidence: readonly string[]): boolean | Promise<boolean>;
}
