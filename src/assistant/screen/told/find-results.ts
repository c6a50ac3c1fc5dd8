import type { Cues } from './cue-file.ts';
import type { MarkedText } from './mark-cues.ts';

export interface FoundResult {
  /** What was measured, or the words before the number. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const BESIDE =
  /[^\p{L}\d\n?]{0,8}?(?:\([^)\n]{1,15}\)\s?)?(?:is |was |of )?[:=\s-]{0,4}[<>]?\s?\d[\d,]*(?:\.\d+)?(?!\d)/uy;
const VALUE = '[<>]?\\d[\\d,]*(?:\\.\\d+)?';
const FLAG = '(?:\\s?(?:\\(?[hl]\\)?|high|low|\\*)(?=\\s))?';
const RANGE = '\\(?\\d+(?:\\.\\d+)?\\s?-\\s?\\d+(?:\\.\\d+)?\\)?(?![\\d%])';

/** Laboratory results: a number beside the name of what is measured, or before its unit or reference range. */
export function createResultFinder({ resultUnits }: Cues) {
  const units = [...resultUnits]
    .sort((a, b) => b.length - a.length)
    .map((unit) => unit.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
    .join('|');
  const measured = new RegExp(
    `(?<![\\d.]|\\d\\s?-\\s?)(${VALUE})${FLAG}\\s{0,8}(?:(?:${units})(?![\\p{L}\\d])|${RANGE})`,
    'gu',
  );

  function besideNames({ lower, list }: MarkedText): FoundResult[] {
    return list('analytes').flatMap(([start, end]) => {
      BESIDE.lastIndex = end;
      if (!BESIDE.test(lower)) return [];
      return [{ name: lower.slice(start, end), start, end: BESIDE.lastIndex }];
    });
  }

  return (marked: MarkedText): FoundResult[] => {
    const { lower, has } = marked;
    if (!/\d/u.test(lower)) return [];
    const found = new Map(besideNames(marked).map((result) => [result.end, result]));
    for (const { 0: text, 1: value = '', index } of lower.matchAll(measured)) {
      const valueEnd = index + value.length;
      if (found.has(valueEnd)) continue;
      const before =
        lower
          .slice(Math.max(0, index - 45), index)
          .split('\n')
          .at(-1) ?? '';
      const name = /([\p{L}\p{M}][\p{L}\p{M}\d .,()/-]{0,40}?)[\s:=|-]{0,6}$/u.exec(before)?.[1] ?? '';
      const end = index + text.length;
      const isShare = text.endsWith('%') && !/[:=|\t]\s*$|\s{2}$/u.test(before);
      if (isShare || name === '' || has('notResults', end, end + 25)) continue;
      const lastWords = name.split(/\s+/u).slice(-3).join(' ');
      found.set(valueEnd, { name: lastWords, start: index - before.length + before.lastIndexOf(lastWords), end });
    }
    return [...found.values()];
  };
}
