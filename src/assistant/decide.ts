import type { AbstentionReason, EscalationLevel, ReferralReason } from '#domain/outcome.ts';

/** What the detectors found in one message. */
export interface Findings {
  readonly level: EscalationLevel | null;
  /** The gravest of the earlier messages of the conversation. */
  readonly levelBefore: EscalationLevel | null;
  readonly wantsPerson: boolean;
  readonly unsupportedLanguage: boolean;
  readonly ownCase: boolean;
  readonly offTopic: boolean;
  /** Id of the notice that replies to the small talk found. */
  readonly smallTalk: string | null;
  /** Something is asked once small talk and instructions are taken out. */
  readonly asksSomething: boolean;
}

export type Decision =
  | { readonly kind: 'escalate'; readonly level: EscalationLevel }
  /** `general`: what the message asks is also looked up in the documents. */
  | { readonly kind: 'refer'; readonly reason: ReferralReason; readonly general: boolean }
  | { readonly kind: 'abstain'; readonly reason: Exclude<AbstentionReason, 'no_evidence'> }
  | { readonly kind: 'reply'; readonly noticeId: string }
  | { readonly kind: 'answer' };

/**
 * The contract's precedence: escalated > requested_human > unsupported_language > case_specific > out_of_scope > replied
 * (only if nothing else is asked) > answer. A message with nothing left to ask is out of scope. Small talk after an
 * escalation does not undo it: the card is shown again.
 */
export function decide(found: Findings): Decision {
  if (found.level) return { kind: 'escalate', level: found.level };
  if (found.wantsPerson) {
    const general = found.asksSomething && !found.unsupportedLanguage && !found.offTopic;
    return { kind: 'refer', reason: 'requested_human', general };
  }
  if (found.unsupportedLanguage) return { kind: 'abstain', reason: 'unsupported_language' };
  if (found.ownCase) return { kind: 'refer', reason: 'case_specific', general: found.asksSomething };
  if (found.offTopic) return { kind: 'abstain', reason: 'out_of_scope' };
  if (found.asksSomething) return { kind: 'answer' };
  if (found.smallTalk && found.levelBefore) return { kind: 'escalate', level: found.levelBefore };
  if (found.smallTalk) return { kind: 'reply', noticeId: found.smallTalk };
  return { kind: 'abstain', reason: 'out_of_scope' };
}
