import type { EvidenceUnit } from '#domain/passage.ts';
import { findFirstIndex } from './find-first-index.ts';
import { findLabel } from './find-label.ts';
import { findSentences, type Range } from './find-sentences.ts';
import { joinAcrossMarks } from './join-across-marks.ts';
import type { ProjectedText } from './projected-text.ts';

/** The sentences of a text. A label in bold at its start names all of them, and is quoted only with a bare value. */
export function cutUnits(projected: ProjectedText, segmenter: Intl.Segmenter): EvidenceUnit[] {
  const label = findLabel(projected);
  const from = label?.to ?? 0;
  const found = findSentences(projected.plain.slice(from), segmenter).map((range) => shift(range, from));
  const sentences = joinAcrossMarks(found, projected.wrappers);
  const [first, ...rest] = sentences;
  if (first === undefined) return [];
  const isValue = label !== null && rest.length === 0 && isBareValue(projected.plain.slice(first.from, first.to));
  const ranges = isValue ? [{ from: label.from, to: first.to }, ...rest] : sentences;
  return ranges.map((range) => createUnit(range, projected, label?.text ?? null));
}

function shift({ from, to }: Range, by: number): Range {
  return { from: from + by, to: to + by };
}

const ENDS_SENTENCE = /[.!?。！？؟۔।…]["'”’)\]»]*$/u;
const VALUE_MAX_WORDS = 8;
const ENDED_VALUE_MAX_WORDS = 4;

/** "~70–76%", "Investigational only", "Not observed.": nothing that could be quoted without the name of what it measures. */
function isBareValue(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return words <= (ENDS_SENTENCE.test(text) ? ENDED_VALUE_MAX_WORDS : VALUE_MAX_WORDS);
}

function createUnit({ from, to }: Range, { plain, starts, ends, wrappers }: ProjectedText, label: string | null) {
  let start = starts[from] ?? 0;
  let end = ends[to - 1] ?? start;
  for (let index = findFirstIndex(wrappers, (wrapper) => wrapper.from >= from); index < wrappers.length; index += 1) {
    const wrapper = wrappers[index];
    if (wrapper === undefined || wrapper.from >= to) break;
    if (wrapper.to > to) continue;
    start = Math.min(start, wrapper.start);
    end = Math.max(end, wrapper.end);
  }
  return { start, end, text: plain.slice(from, to).replace(/\s+/g, ' '), label };
}
