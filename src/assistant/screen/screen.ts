import type { Decision } from '#assistant/decide.ts';
import type { EscalationLevel } from '#domain/outcome.ts';
import type { ConversationState } from '#domain/turn.ts';

export type SignalKind =
  | 'red_flag'
  | 'amber'
  | 'person'
  | 'language'
  | 'own_case'
  | 'off_topic'
  | 'small_talk'
  | 'injection';

/** Something a detector found. `span` is in UTF-16 code units of the message as sent. */
export interface Signal {
  readonly signal: SignalKind;
  readonly level: EscalationLevel | null;
  /** Id of the rule that fired, as in `prompts/screen/`, or of the classifier, as in `prompts/classifiers/`. */
  readonly rule: string;
  readonly span: readonly [number, number] | null;
  /** The features that spoke most for a classifier's finding; `list-features.ts` names them. */
  readonly because: readonly string[];
  /** Of a red flag: the language its writer reads (`hi`), as far as the words tell; absent for English. */
  readonly language?: string;
}

export interface ScreenResult {
  readonly signals: readonly Signal[];
  readonly decision: Decision;
  /** The state to keep when the turn has finished. */
  readonly state: ConversationState;
  /** What is left to be asked without greetings, thanks and instructions; empty when nothing is. */
  readonly questionText: string;
}

export interface ScreenedMessage extends ScreenResult {
  /** Judges it again with the encoder's vector of the message; null where that could change nothing. */
  readonly withVector: ((vector: Float32Array) => ScreenResult) | null;
}

/** Rules and small classifiers over text alone: no language model, index, network or database. */
export interface Screen {
  /** `previous` are the earlier messages of the same person, oldest first. */
  screen(message: string, state: ConversationState, previous: readonly string[]): ScreenedMessage;
  /** The most severe red flag of the first 20,000 characters. */
  escalation(text: string): Signal | null;
  isMedical(text: string): boolean;
}
