import type { Assistant, ConversationState, FixedTexts, TurnResult } from '#domain/turn.ts';
import { cardLocale } from './turn/notice-locale.ts';
import { type RespondDeps, respond } from './turn/respond.ts';
import { createSuggestions } from './turn/verified-suggestions.ts';

const FRESH: ConversationState = { levelReached: null, amberSigns: [], ownCaseOpen: false };

export interface AssistantDeps extends Omit<RespondDeps, 'suggest'> {
  readonly fixed: Omit<FixedTexts, 'suggestions'>;
}

export interface ComposedAssistant extends Assistant {
  /** Finds out which of the candidates end answered; call it after every change of the index. */
  refreshSuggestions(candidates: readonly string[]): Promise<void>;
}

/** The turn, pure: text, history and state in; released sentences and an outcome out. */
export function createAssistant(deps: AssistantDeps): ComposedAssistant {
  const suggestions = createSuggestions(async (question) => {
    const input = { message: question, locale: 'en', history: [], state: FRESH };
    const quiet: RespondDeps = { ...deps, suggest: () => [] };
    const result = await respond(input, async () => undefined, AbortSignal.any([]), quiet);
    return result.outcome.kind === 'answered' && result.notCovered.length === 0;
  });
  const respondDeps: RespondDeps = { ...deps, suggest: suggestions.near };

  return {
    respond: (input, release, signal) => respond(input, release, signal, respondDeps),
    escalate: (text, locale) => escalate(text, locale, respondDeps),
    findTooMuch: deps.findTooMuch,
    fixed: { ...deps.fixed, suggestions: () => suggestions.near('') },
    refreshSuggestions: suggestions.refresh,
  };
}

function escalate(text: string, locale: string, { screen, notice }: RespondDeps): TurnResult | null {
  const found = screen.escalation(text);
  if (!found?.level) return null;
  const { level } = found;
  return {
    outcome: {
      kind: 'escalated',
      level,
      notice: notice(level, cardLocale(found, locale)),
      answer: null,
      abstention: null,
      referral: null,
    },
    composer: 'extractive',
    premise: null,
    notCovered: [],
    citations: [],
    suggestions: [],
    // The card alone, whatever else breaks.
    tooMuch: null,
    state: { ...FRESH, levelReached: level },
    trace: {
      asks: [],
      rules: [{ signal: found.signal, rule: found.rule, span: found.span, because: found.because }],
      retrieved: [],
      rejected: [],
    },
  };
}
