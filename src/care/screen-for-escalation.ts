import type { TurnResult } from '#domain/turn.ts';
import type { CareDeps } from './care-deps.ts';
import { describeError } from './describe-error.ts';

/** The red-flag rules' word on a message. If they fail, the turn itself still screens it, with every other rule. */
export function screenForEscalation(
  { assistant, log }: Pick<CareDeps, 'assistant' | 'log'>,
  message: string,
  locale: string,
): TurnResult | null {
  try {
    return assistant.escalate(message, locale);
  } catch (error) {
    log.error({ error: describeError(error) }, 'the red-flag rules failed');
    return null;
  }
}
