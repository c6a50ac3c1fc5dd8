import { compareFacts, type FactComparison } from './compare-facts.ts';
import type { EvalCase } from './eval-case.ts';

/** What a run sees of one reply. */
export interface EvalReply {
  readonly outcome: EvalCase['expected']['outcome'];
  readonly reason: string | null;
  readonly answer: string | null;
  readonly quotes: readonly string[];
  readonly premise: 'corrected' | null;
  /** Roles of its sentences, of those that have one. */
  readonly roles: readonly string[];
  readonly notCovered: readonly string[];
  /** Texts of the first passages found for each ask, headings and title included. */
  readonly retrieved: readonly string[];
  readonly readingGrade: number | null;
}

export interface ScoredCase {
  readonly item: EvalCase;
  readonly reply: EvalReply;
  /** The expected outcome came, with every required fact and no forbidden one. */
  readonly isRight: boolean;
  /** Something was stated though nothing should have been, or without a fact that was asked for. */
  readonly isWrongRelease: boolean;
  readonly facts: FactComparison;
  /** All required facts stand in the first passages found. */
  readonly isFound: boolean;
  /** All required facts stand in the quotes cited. */
  readonly isCited: boolean;
  /** The premise was corrected exactly when it should be; true when the case does not say. */
  readonly isPremiseRight: boolean;
  /** Caveat and other source stand there exactly when they should; true when the case does not say. */
  readonly areRolesRight: boolean;
}

/** Scores one reply against its case: outcome and facts first, then what was found and cited. */
export function scoreCase(item: EvalCase, reply: EvalReply): ScoredCase {
  const said = reply.answer ?? '';
  const facts = compareFacts(said, item.facts);
  const factsRight = facts.missing.length === 0 && facts.forbidden.length === 0;
  const shouldAnswer = item.expected.outcome === 'answered';
  const isPremiseRight = item.premise === undefined || reply.premise === item.premise;
  const areRolesRight = Object.entries(item.roles ?? {}).every(([role, must]) => reply.roles.includes(role) === must);
  const isRight = shouldAnswer
    ? reply.answer !== null && factsRight && isPremiseRight && areRolesRight
    : reply.outcome === item.expected.outcome &&
      (item.expected.reason === null || reply.reason === item.expected.reason);
  const required = { required: item.facts.required, forbidden: [] };
  return {
    item,
    reply,
    isRight,
    isWrongRelease: reply.answer !== null && !isRight,
    facts,
    isPremiseRight,
    areRolesRight,
    isFound: compareFacts(reply.retrieved.join(' \n '), required).missing.length === 0,
    isCited: compareFacts(reply.quotes.join(' \n '), required).missing.length === 0,
  };
}
