import type { EntryBody } from '#domain/conversation.ts';
import type { Outcome } from '#domain/outcome.ts';
import type { Rewording } from '#domain/ports.ts';
import { moveSpan, type Span, trimSpans } from '#domain/trim-spans.ts';
import type { TurnResult } from '#domain/turn.ts';
import { createWordCutter, type WordCutter } from './cut-words.ts';

/**
 * How a turn is stored without these places of its message. Words of documents and notices are nobody's secret and stay;
 * what was made from the message loses the same words.
 */
export function trimEntries(message: string, spans: readonly Span[]): Rewording {
  const cutter = createWordCutter(spans.map(([start, end]) => message.slice(start, end)));

  function entry(body: EntryBody): EntryBody {
    switch (body.kind) {
      case 'turn.started':
        return body.message === message ? { ...body, message: trimSpans(message, spans) } : body;
      case 'feedback': {
        const { comment } = body.feedback;
        return { ...body, feedback: { ...body.feedback, comment: comment === null ? null : cutter.cut(comment) } };
      }
      case 'turn.event': {
        const { event } = body;
        if (event.event !== 'done') return body;
        const { record } = event;
        return {
          ...body,
          event: { ...event, record: { ...record, result: trimResult(record.result, spans, cutter) } },
        };
      }
      case 'conversation.started':
      case 'handoff':
        return body;
    }
  }

  return spans.length === 0 ? { entry: (body) => body, comment: (text) => text } : { entry, comment: cutter.cut };
}

function trimResult(result: TurnResult, spans: readonly Span[], cutter: WordCutter): TurnResult {
  const { trace, notCovered, outcome } = result;
  return {
    ...result,
    outcome: trimOutcome(outcome, cutter),
    notCovered: notCovered.map(cutter.cut),
    tooMuch: null,
    trace: {
      ...trace,
      asks: trace.asks.map(cutter.cut),
      rules: trace.rules.map((rule) => ({ ...rule, span: rule.span && [...moveSpan(rule.span, spans)] })),
    },
  };
}

function trimOutcome(outcome: Outcome, { cut, covers }: WordCutter): Outcome {
  if (outcome.kind !== 'abstained') return outcome;
  const { reason, query, missing } = outcome.abstention;
  return { ...outcome, abstention: { reason, query: cut(query), missing: missing.filter((term) => !covers(term)) } };
}
