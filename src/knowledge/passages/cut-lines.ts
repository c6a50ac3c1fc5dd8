import type { EvidenceUnit } from '#domain/passage.ts';
import type { Span } from './span.ts';

const FENCE = /^[ \t>]*(?:`{3,}|~{3,})/;
const INDENT = /^[ \t>]*/;

/** The lines of a code block, each a unit: what stands in columns or steps is no sentence. */
export function cutLines({ start, end }: Span, documentText: string): EvidenceUnit[] {
  const lines = documentText.slice(start, end).split('\n');
  const isFenced = FENCE.test(lines[0] ?? '');
  const units: EvidenceUnit[] = [];
  let at = start;
  for (const [index, line] of lines.entries()) {
    const isFence = isFenced && (index === 0 || (index === lines.length - 1 && FENCE.test(line)));
    const from = at + (INDENT.exec(line)?.[0].length ?? 0);
    const text = documentText.slice(from, at + line.length).trimEnd();
    if (!isFence && text !== '')
      units.push({ start: from, end: from + text.length, text: text.replace(/\s+/g, ' '), label: null });
    at += line.length + 1;
  }
  return units;
}
