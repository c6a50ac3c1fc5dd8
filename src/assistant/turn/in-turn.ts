import type { AskAnswer } from './answer-ask.ts';

/** Without the caveat. */
const MAX_SENTENCES = 4;
/** With it. */
const MAX_WORDS = 120;

type Sentences = AskAnswer['verified'];

const wordCount = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
const isCaveat = ({ role }: Sentences[number]): boolean => role === 'caveat';

/** Those that fit, each once; another source's figure only right after the one it differs from. */
function fitting(sentences: Sentences, seen: Set<string>, maxWords: number): Sentences {
  let words = 0;
  let isBeforeKept = true;
  return sentences.filter(({ candidate: { text, kind, quotes, retrieved }, role }) => {
    // A table row said for one question is not said again, with other columns, for the next.
    const place = kind === 'row' ? `${retrieved.passage.id} ${quotes[0].start}` : text;
    const fits = !seen.has(text) && !seen.has(place) && (words === 0 || words + wordCount(text) <= maxWords);
    isBeforeKept = fits && (role !== 'other_source' || isBeforeKept);
    if (!isBeforeKept) return false;
    seen.add(text);
    seen.add(place);
    words += wordCount(text);
    return true;
  });
}

/**
 * Sentences in turn from each question, so that the first does not use up the room of the second, and at most one caveat,
 * after the sentences of its question. A caveat comes before further sentences: they give way to it.
 */
export function inTurn(answers: readonly AskAnswer[]): Sentences {
  const answered = answers.filter(({ verified }) => verified.length > 0);
  const room = Math.max(1, Math.floor(MAX_SENTENCES / Math.max(1, answered.length)));
  const caveat = answered.flatMap(({ verified }) => verified.filter(isCaveat))[0];
  const left = MAX_WORDS - (caveat ? wordCount(caveat.candidate.text) : 0);
  const plain = answered.flatMap(({ verified }) => verified.filter((one) => !isCaveat(one)).slice(0, room));
  const kept = fitting(plain, new Set(caveat ? [caveat.candidate.text] : []), left);
  if (!caveat) return kept;
  const owner = answered.find(({ verified }) => verified.includes(caveat));
  const last = kept.findLastIndex((one) => owner?.verified.includes(one));
  return last < 0 ? kept : kept.toSpliced(last + 1, 0, caveat);
}
