import { createSegmenter } from '#knowledge/passages/create-segmenter.ts';
import { findSentences } from '#knowledge/passages/find-sentences.ts';

export interface MarkedSentence {
  readonly text: string;
  /** Numbers of its quotes, in order, each once. */
  readonly numbers: readonly number[];
}

const MARKS = /\s*((?:\[\d{1,2}\]\s*)+)/gu;
const NUMBER = /\d+/gu;
const WHOLE = /[.!?]["'”’)]*$/u;

const shown = (text: string): string => (text.length <= 60 ? `"${text}"` : `"${text.slice(0, 59)}…"`);

/**
 * The sentences of an answer, each ending in a full stop and followed by its marks: "Cells are grown in a lab. [1][2]".
 * Gives what is wrong instead, naming the sentence, where one has no mark or a mark stands elsewhere.
 */
export function splitMarkedSentences(
  body: string,
  language: string | null,
): { readonly sentences: readonly MarkedSentence[]; readonly problems: readonly string[] } {
  const segmenter = createSegmenter(language);
  const sentences: MarkedSentence[] = [];
  const problems: string[] = [];
  let from = 0;
  for (const match of body.matchAll(MARKS)) {
    const text = body.slice(from, match.index).replace(/\s+/gu, ' ').trim();
    from = match.index + match[0].length;
    const numbers = [...new Set((match[1]?.match(NUMBER) ?? []).map(Number))];
    if (!WHOLE.test(text)) problems.push(`${shown(text)} does not end in a full stop before its mark`);
    const uncited = findSentences(text, segmenter).slice(0, -1);
    for (const { from: start, to } of uncited) problems.push(`${shown(text.slice(start, to))} cites nothing`);
    sentences.push({ text, numbers });
  }
  const rest = body.slice(from).trim();
  if (rest !== '') problems.push(`${shown(rest)} cites nothing`);
  if (sentences.length === 0 && rest === '') problems.push('has no text below the front matter');
  return { sentences, problems };
}
