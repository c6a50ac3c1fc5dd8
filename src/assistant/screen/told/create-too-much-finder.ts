import type { ToldSpan, TooMuchKind } from '#domain/too-much.ts';
import { REMOVED, type Span } from '#domain/trim-spans.ts';
import type { Cues } from './cue-file.ts';
import { createAddressFinder } from './find-addresses.ts';
import { createContactFinder } from './find-contacts.ts';
import { createNameAndBirthFinder } from './find-name-and-birth.ts';
import { createPastedReportFinder } from './find-pasted-reports.ts';
import { findPaymentCards } from './find-payment-cards.ts';
import { createRecordNumberFinder } from './find-record-numbers.ts';
import { createCueMarker, type MarkedText } from './mark-cues.ts';

export type FindTooMuch = (message: string) => readonly ToldSpan[];

/** As much of a message as any route screens. */
const MAX_CHARS = 20_000;
/** Shorter words say nothing where they stand again. */
const MIN_REPEATED_CHARS = 4;

const overlaps = ([start, end]: Span, others: readonly Span[]): boolean =>
  others.some(([from, to]) => start < to && from < end);

/** Finds what no answer needs, by rules over text alone: no model, index, network or database. */
export function createTooMuchFinder(cues: Cues): FindTooMuch {
  const finders: ReadonlyArray<readonly [TooMuchKind, (marked: MarkedText) => readonly Span[]]> = [
    ['payment_card', findPaymentCards],
    ['record_number', createRecordNumberFinder(cues)],
    ['contact', createContactFinder(cues)],
    ['contact', createAddressFinder(cues)],
    ['name_and_birth', createNameAndBirthFinder(cues)],
  ];
  const mark = createCueMarker(cues);
  const findReports = createPastedReportFinder(cues);

  return (message) => {
    const marked = mark(message.slice(0, MAX_CHARS));
    const found: { kind: TooMuchKind; span: Span }[] = [];
    // The first kind that claims a number keeps it.
    for (const [kind, find] of finders) {
      const taken = found.filter((one) => one.kind !== kind).map(({ span }) => span);
      for (const span of find(marked)) if (!overlaps(span, taken)) found.push({ kind, span });
    }
    for (const span of findReports(marked)) found.push({ kind: 'pasted_report', span });
    const told = found.map(({ kind, span }): ToldSpan => ({ kind, span: marked.toMessage(span) }));
    return distinct(withRepeats(message, told)).sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  };
}

/** The same words again elsewhere in the message are told as well. */
function withRepeats(message: string, told: readonly ToldSpan[]): ToldSpan[] {
  const all = [...told];
  for (const { kind, span } of told) {
    const words = message.slice(...span);
    if (words.length < MIN_REPEATED_CHARS || words === REMOVED) continue;
    for (let at = message.indexOf(words); at >= 0; at = message.indexOf(words, at + words.length)) {
      const again: Span = [at, at + words.length];
      if (
        !overlaps(
          again,
          all.map((one) => one.span),
        )
      )
        all.push({ kind, span: again });
    }
  }
  return all;
}

const distinct = (told: readonly ToldSpan[]): ToldSpan[] => [
  ...new Map(told.map((one) => [`${one.kind} ${one.span.join(' ')}`, one])).values(),
];
