import { MimeType, OpenInferenceSpanKind, SemanticConventions } from '@arizeai/openinference-semantic-conventions';
import type { Attributes } from '@opentelemetry/api';
import type { RetrievedPassage } from '#domain/passage.ts';
import type { TurnInput, TurnResult } from '#domain/turn.ts';

const { DOCUMENT_CONTENT, DOCUMENT_ID, DOCUMENT_METADATA, DOCUMENT_SCORE, INPUT_MIME_TYPE, INPUT_VALUE, METADATA } =
  SemanticConventions;
const { OPENINFERENCE_SPAN_KIND, OUTPUT_MIME_TYPE, OUTPUT_VALUE, RETRIEVAL_DOCUMENTS } = SemanticConventions;

const input = (words: string): Attributes => ({ [INPUT_VALUE]: words, [INPUT_MIME_TYPE]: MimeType.TEXT });
const output = (words: string): Attributes => ({ [OUTPUT_VALUE]: words, [OUTPUT_MIME_TYPE]: MimeType.TEXT });

export function describeInput({ message, locale, history }: TurnInput, withWords: boolean): Attributes {
  return {
    [OPENINFERENCE_SPAN_KIND]: OpenInferenceSpanKind.CHAIN,
    'citewell.locale': locale,
    'citewell.earlier_turns': history.length,
    ...(withWords && input(message)),
  };
}

/** Outcome, rules and counts: no word of the patient, and none of the answer, unless `withWords`. */
export function describeResult(result: TurnResult, withWords: boolean): Attributes {
  const { outcome, composer, premise, notCovered, citations, trace } = result;
  const metadata = {
    outcome: outcome.kind,
    reason: outcome.abstention?.reason ?? outcome.referral?.reason ?? null,
    level: outcome.kind === 'escalated' ? outcome.level : null,
    composer,
    premise,
    notice: outcome.notice?.id ?? null,
    asks: trace.asks.length,
    sentences: outcome.answer?.sentences.length ?? 0,
    cited: citations.map(({ passageId }) => passageId),
    notCovered: notCovered.length,
    rules: trace.rules.map(({ rule }) => rule),
    rejected: trace.rejected.map(({ reason }) => reason),
  };
  const said = outcome.answer?.sentences.map(({ text }) => text).join(' ') ?? outcome.notice?.text ?? '';
  return { [METADATA]: JSON.stringify(metadata), ...(withWords && output(said)) };
}

export function describeQuery(query: string, k: number, withWords: boolean): Attributes {
  return {
    [OPENINFERENCE_SPAN_KIND]: OpenInferenceSpanKind.RETRIEVER,
    'citewell.k': k,
    ...(withWords && input(query)),
  };
}

/** Ids, scores and places of the passages, best first; their text only `withWords`, because it tells the question. */
export function describeFound(found: readonly RetrievedPassage[], withWords: boolean): Attributes {
  return Object.assign(
    {},
    ...found.map(({ passage, title, score, ranks }, at): Attributes => {
      const prefix = `${RETRIEVAL_DOCUMENTS}.${at}`;
      const { documentId, documentVersion } = passage;
      return {
        [`${prefix}.${DOCUMENT_ID}`]: passage.id,
        [`${prefix}.${DOCUMENT_SCORE}`]: score,
        [`${prefix}.${DOCUMENT_METADATA}`]: JSON.stringify({ documentId, documentVersion, title, ranks }),
        ...(withWords && { [`${prefix}.${DOCUMENT_CONTENT}`]: passage.text }),
      };
    }),
  );
}

const STEP_KINDS = { compose: OpenInferenceSpanKind.CHAIN, verify: OpenInferenceSpanKind.GUARDRAIL } as const;

export const describeStep = (step: keyof typeof STEP_KINDS): Attributes => ({
  [OPENINFERENCE_SPAN_KIND]: STEP_KINDS[step],
});
