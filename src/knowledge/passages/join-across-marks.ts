import { findFirstIndex } from './find-first-index.ts';
import type { Range } from './find-sentences.ts';
import type { Wrapper } from './projected-text.ts';

/**
 * Joins sentences that a mark runs across (`one **two. Three** four`), so that no quote holds half of it. A mark around
 * whole sentences does not join them.
 */
export function joinAcrossMarks(sentences: readonly Range[], wrappers: readonly Wrapper[]): Range[] {
  /** Indexes of sentences that go on in the next one. */
  const goesOn = new Set<number>();
  for (const { from, to } of wrappers) {
    const first = findFirstIndex(sentences, (range) => range.to > from);
    const last = findFirstIndex(sentences, (range) => range.to >= to);
    if (sentences[first]?.from === from && sentences[last]?.to === to) continue;
    for (let index = first; index < Math.min(last, sentences.length - 1); index += 1) goesOn.add(index);
  }
  const joined: Range[] = [];
  let from: number | null = null;
  for (const [index, range] of sentences.entries()) {
    from ??= range.from;
    if (goesOn.has(index)) continue;
    joined.push({ from, to: range.to });
    from = null;
  }
  return joined;
}
