import type { Hit, MessageView } from './message-view.ts';

export interface Remainder {
  /** Sentences of which something is left. */
  readonly sentences: readonly Hit[];
  /** Original offsets of what is left, in order. */
  readonly spans: ReadonlyArray<readonly [number, number]>;
}

function coveredBy(hits: readonly Hit[]): Set<number> {
  const covered = new Set<number>();
  for (const { start, end } of hits) for (let i = start; i < end; i += 1) covered.add(i);
  return covered;
}

/**
 * What a message asks once `removed` sentences (instructions, asking for a person) and small talk are taken out. A sentence
 * goes when nothing but small talk and fillers is in it; small talk at its beginning goes, the rest stays.
 */
export function findRemainder(view: MessageView, removed: readonly Hit[], smallTalk: readonly Hit[]): Remainder {
  const gone = coveredBy(removed);
  const chat = coveredBy(smallTalk);
  const fillers = new Set(view.list('small-talk.filler').map(({ start }) => start));
  const sentences: Hit[] = [];
  const spans: Array<readonly [number, number]> = [];
  for (const { start, end } of view.sentences) {
    let first = start;
    while (first < end && (gone.has(first) || chat.has(first))) first += 1;
    let rest = false;
    for (let i = first; i < end && !rest; i += 1) rest = !gone.has(i) && !chat.has(i) && !fillers.has(i);
    const from = view.tokens[first];
    if (!rest || !from) continue;
    sentences.push({ start: first, end });
    spans.push([from.start, view.tokens[end]?.start ?? Number.POSITIVE_INFINITY]);
  }
  return { sentences, spans };
}

export function remainderText(message: string, { spans }: Remainder): string {
  return spans
    .map(([start, end]) => message.slice(start, end).trim())
    .join(' ')
    .trim();
}
