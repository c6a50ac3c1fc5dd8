import type { Carriage } from './carriage.ts';
import type { ClaimRules } from './claim-rules.ts';
import type { Statement } from './statement.ts';

/** A claim beside its joined quotes. */
export interface Comparison {
  readonly claim: Statement;
  readonly evidence: Statement;
  /** Of the claim's words by the quotes, and the other way round. */
  readonly carried: Carriage;
  readonly taken: Carriage;
  readonly soft: ReadonlySet<string>;
  readonly rules: ClaimRules;
}

/** From this strength on a word counts as carried. */
export const CARRIED = 0.65;
