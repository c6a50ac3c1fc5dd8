import { type AskReader, readAsk } from '#assistant/ask/read-ask.ts';
import { resolveAsks } from '#assistant/ask/resolve-asks.ts';
import type { Decision } from '#assistant/decide.ts';
import type { ReviewedAnswers } from '#assistant/reviewed/create-reviewed-answers.ts';
import { releaseReviewed } from '#assistant/reviewed/release-reviewed.ts';
import type { Screen, ScreenResult } from '#assistant/screen/screen.ts';
import type { FindTooMuch } from '#assistant/screen/told/create-too-much-finder.ts';
import type { Notice } from '#domain/notice.ts';
import type { Answer, Outcome } from '#domain/outcome.ts';
import type { Clock } from '#domain/ports.ts';
import type { TooMuch } from '#domain/too-much.ts';
import type { Release, TurnInput, TurnResult } from '#domain/turn.ts';
import type { Evidence } from './answer-ask.ts';
import { answerMessage, type MessageAnswer } from './answer-message.ts';
import { beginSearch } from './begin-search.ts';
import type { EmbedMessage } from './embed-message.ts';
import { nameMissing } from './name-missing.ts';
import { noticeLocale } from './notice-locale.ts';
import { tellTooMuch } from './tell-too-much.ts';

export interface RespondDeps {
  readonly screen: Screen;
  /** Null where there is no encoder that the classifiers know, or where it failed. */
  readonly embedMessage: EmbedMessage;
  readonly notice: (id: string, locale: string, values?: Readonly<Record<string, string>>) => Notice;
  /** What the corpus in use knows; a new one after each change of the index. */
  readonly reader: () => AskReader;
  readonly evidence: Evidence;
  readonly reviewed: Pick<ReviewedAnswers, 'find'>;
  readonly suggest: (message: string) => readonly string[];
  readonly findTooMuch: FindTooMuch;
  readonly clock: Clock;
}

type ReleasePiece = (piece: Release) => Promise<void>;

const NOTHING: MessageAnswer = {
  asks: [],
  sentences: [],
  citations: [],
  notCovered: [],
  missing: [],
  premise: null,
  rejected: [],
  retrieved: [],
};

function answerOf({ sentences, reviewed }: MessageAnswer): Answer | null {
  const [first, ...rest] = sentences;
  return first ? { sentences: [first, ...rest], ...(reviewed && { reviewed }) } : null;
}

function toResult(
  outcome: Outcome,
  answer: MessageAnswer,
  screened: ScreenResult,
  suggestions: readonly string[],
  tooMuch: TooMuch | null,
): TurnResult {
  return {
    outcome,
    composer: 'extractive',
    premise: answer.premise,
    notCovered: outcome.kind === 'answered' ? answer.notCovered : [],
    citations: answer.citations,
    suggestions,
    tooMuch,
    state: screened.state,
    trace: {
      asks: answer.asks.map((ask) => ask.text),
      rules: screened.signals.map(({ signal, rule, span, because }) => ({ signal, rule, span, because })),
      retrieved: answer.retrieved,
      rejected: answer.rejected.map((reason) => ({ reason })),
    },
  };
}

/** By rules and words first; an emergency waits for no encoder. */
async function screenMessage(
  { message, state }: TurnInput,
  previous: readonly string[],
  signal: AbortSignal,
  { screen, embedMessage }: Pick<RespondDeps, 'screen' | 'embedMessage'>,
): Promise<ScreenResult> {
  const { withVector, ...byWords } = screen.screen(message, state, previous);
  if (withVector === null) return byWords;
  const vector = await embedMessage(message, signal);
  return vector === null ? byWords : withVector(vector);
}

/** One turn: screen, decide, then answer each question from verified evidence. */
export async function respond(
  input: TurnInput,
  release: ReleasePiece,
  signal: AbortSignal,
  deps: RespondDeps,
): Promise<TurnResult> {
  const previous = input.history.map((turn) => turn.message);
  const screened = await screenMessage(input, previous, signal, deps);
  const { decision } = screened;
  const suggestions = deps.suggest(input.message);
  const locale = noticeLocale(screened, input.locale);
  const tell = async (id: string, values?: Readonly<Record<string, string>>): Promise<Notice> => {
    const notice = deps.notice(id, locale, values);
    await release({ type: 'notice', notice });
    return notice;
  };
  const answer = async (): Promise<MessageAnswer> => {
    const reader = deps.reader();
    const questions = resolveAsks(screened.questionText, input.history, reader);
    // Begun before the questions are read: the encoder works on another thread meanwhile.
    const found = questions.map((question) => beginSearch(question, deps.evidence, signal));
    await deps.evidence.giveWay();
    const asks = questions.map((question) => readAsk(question, reader));
    const today = deps.clock.now().toISOString().slice(0, 10);
    // Whole or not at all: beside another answer there is no room for every sentence of it.
    const [only, ...others] = asks;
    const ready = only && others.length === 0 ? await deps.reviewed.find(only, reader) : null;
    if (ready) {
      const said = await releaseReviewed(ready, today, release, signal);
      return { ...NOTHING, asks, ...said, reviewed: ready.answer.mark };
    }
    return answerMessage(asks, found, reader, deps.evidence, today, release, signal);
  };
  // Looked for when all else was said: never in the way of a card.
  const done = (outcome: Outcome, said: MessageAnswer = NOTHING) =>
    toResult(outcome, said, screened, suggestions, tellTooMuch(input.message, locale, deps));

  switch (decision.kind) {
    case 'escalate': {
      const notice = await tell(decision.level);
      return done({ ...noFacets, kind: 'escalated', level: decision.level, notice });
    }
    case 'reply':
      return done({ ...noFacets, kind: 'replied', notice: await tell(decision.noticeId) });
    case 'refer': {
      const notice = await tell(`referral_${decision.reason}`);
      const said = decision.general ? await answer() : NOTHING;
      const referral = { reason: decision.reason };
      return done({ ...noFacets, kind: 'referred', referral, notice, answer: answerOf(said) }, said);
    }
    case 'abstain':
      return done(await abstain(decision.reason, [], tell, screened.questionText));
    case 'answer': {
      const said = await answer();
      const whole = answerOf(said);
      if (whole) return done({ ...noFacets, kind: 'answered', answer: whole }, said);
      // "Which city?" is medical where what it leans on is.
      const texts = [screened.questionText, ...said.asks.map(({ text }) => text)];
      const reason = texts.some(deps.screen.isMedical) ? 'no_evidence' : 'out_of_scope';
      return done(await abstain(reason, nameMissing(said.missing), tell, said.asks[0]?.text), said);
    }
  }
}

const noFacets = { answer: null, abstention: null, notice: null, referral: null } as const;

async function abstain(
  reason: Extract<Decision, { kind: 'abstain' }>['reason'] | 'no_evidence',
  missing: readonly string[],
  tell: (id: string, values?: Readonly<Record<string, string>>) => Promise<Notice>,
  query = '',
): Promise<Outcome> {
  const notice = await tell(`abstained_${reason}`);
  return { ...noFacets, kind: 'abstained', abstention: { reason, query, missing }, notice };
}
