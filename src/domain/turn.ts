import type { ConversationId, HandoffId, PassageId, TurnId } from './ids.ts';
import type { Notice } from './notice.ts';
import type { Citation, CitedSentence, EscalationLevel, Outcome, ReviewedMark } from './outcome.ts';
import type { ToldSpan, TooMuch } from './too-much.ts';

/** What a conversation remembers between turns; kept with it, changed only by a finished turn. */
export interface ConversationState {
  readonly levelReached: EscalationLevel | null;
  /** Rule ids of warning signs that are not enough alone. */
  readonly amberSigns: readonly string[];
  /** True once a question about someone's own case was asked. */
  readonly ownCaseOpen: boolean;
}

export interface PastTurn {
  readonly message: string;
  readonly kind: Outcome['kind'];
  /** The standalone questions the message became; empty when nothing was asked. */
  readonly asks: readonly string[];
  readonly citedPassages: readonly PassageId[];
}

export interface TurnInput {
  readonly message: string;
  readonly locale: string;
  /** Oldest first. */
  readonly history: readonly PastTurn[];
  readonly state: ConversationState;
}

/** Something that may be shown now, because it was verified; never taken back. */
export type Release =
  | { readonly type: 'notice'; readonly notice: Notice }
  | {
      readonly type: 'sentence';
      readonly index: number;
      readonly sentence: CitedSentence;
      readonly sources: readonly Citation[];
      /** As of the answer it belongs to, so that no sentence is shown unmarked. */
      readonly reviewed?: ReviewedMark;
    };

/** Why the turn went as it did: rule ids and scores, no patient words beyond the asks. */
export interface TurnTrace {
  readonly asks: readonly string[];
  readonly rules: ReadonlyArray<{
    readonly signal: string;
    readonly rule: string;
    readonly span: readonly [number, number] | null;
    /** What spoke most for a classifier's finding; empty for a rule. */
    readonly because: readonly string[];
  }>;
  /** Best first for each question; `ask` is its place in `asks`. */
  readonly retrieved: ReadonlyArray<{ readonly ask: number; readonly passageId: PassageId; readonly score: number }>;
  readonly rejected: ReadonlyArray<{ readonly reason: string }>;
}

export interface TurnResult {
  readonly outcome: Outcome;
  readonly composer: 'extractive' | 'model';
  readonly premise: 'corrected' | null;
  readonly notCovered: readonly string[];
  /** Every citation of the answer, in order of `n`. */
  readonly citations: readonly Citation[];
  readonly suggestions: readonly string[];
  /** Null too once it was trimmed. */
  readonly tooMuch: TooMuch | null;
  readonly state: ConversationState;
  readonly trace: TurnTrace;
}

export interface Handoff {
  readonly id: HandoffId;
  readonly state: 'offered' | 'open' | 'claimed' | 'waiting' | 'closed';
  readonly urgent: boolean;
  readonly referenceCode: string | null;
  readonly expectedReplyBy: string | null;
}

/** A finished turn as recorded. `recorded` is false only for an escalation that could not be stored. */
export interface TurnRecord {
  readonly conversationId: ConversationId;
  readonly turnId: TurnId;
  readonly recorded: boolean;
  readonly result: TurnResult;
  readonly handoff: Handoff | null;
  readonly finishedAt: string;
}

export interface Assistant {
  /**
   * Answers one message. Calls `release` for every notice and verified sentence, in order, and waits for it: what is
   * not recorded is not released. Rejects only when `signal` aborts or `release` does; anything else becomes an outcome.
   */
  respond(input: TurnInput, release: (piece: Release) => Promise<void>, signal: AbortSignal): Promise<TurnResult>;
  /** Red-flag and crisis rules alone, on the first 20,000 characters: no state, index, model or database. */
  escalate(text: string, locale: string): TurnResult | null;
  /** What a message tells that no answer needs; for a turn that ended without a result. */
  findTooMuch(message: string): readonly ToldSpan[];
  /** The fixed texts that stand outside a turn. */
  readonly fixed: FixedTexts;
}

export interface FixedTexts {
  disclaimer(locale: string): string;
  aiNotice(locale: string): string;
  privacyNotice(locale: string): string;
  /** The standing emergency line, also sent with 413, 429 and 503. */
  emergencyLine(locale: string): Notice;
  /** Questions that end answered; at least three when the corpus can answer three. */
  suggestions(locale: string): readonly string[];
}
