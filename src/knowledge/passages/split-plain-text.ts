import type { SplitContext } from './collect-units.ts';
import { cutUnits } from './cut-units.ts';
import { draftPassage, PASSAGE_MAX_WORDS, type PassageDraft } from './draft-passage.ts';
import { type Atom, packAtoms } from './pack-atoms.ts';
import { createProjection, HARD_BREAK } from './projected-text.ts';

const PARAGRAPH = /\S(?:.|\n(?!\s*\n))*/g;
const BULLET = /^[ \t]*[•·‣▪◦][ \t]*/;
/** A line that begins something of its own. */
const BEGINS_ANEW = /^[ \t]*(?:[•·‣▪◦]|[-*+|][ \t]|\d{1,3}[.)][ \t])/;
/** No text wrapped by hand has longer lines: then every line end is meant. */
const WRAPPED_MAX_CHARS = 120;

/** Text without marks: paragraphs between blank lines, and nothing read into its characters but round bullets. */
export function splitPlainText(context: SplitContext): PassageDraft[] {
  const atoms = [...context.documentText.matchAll(PARAGRAPH)].map((match) =>
    readParagraph(match[0], match.index, context),
  );
  return packAtoms(
    atoms.filter(({ units }) => units.length > 0),
    PASSAGE_MAX_WORDS,
  ).map((atom) => draftPassage('prose', [], atom));
}

function readParagraph(source: string, start: number, { segmenter }: SplitContext): Atom {
  const paragraph = source.trimEnd();
  const lines = paragraph.split('\n');
  const isWrapped = lines.every((line) => line.length <= WRAPPED_MAX_CHARS);
  const projection = createProjection();
  let at = start;
  for (const [index, line] of lines.entries()) {
    const bullet = BULLET.exec(line)?.[0].length ?? 0;
    if (index > 0) projection.add(isWrapped && !BEGINS_ANEW.test(line) ? ' ' : HARD_BREAK, at - 1, at);
    projection.copy(line.slice(bullet), at + bullet);
    at += line.length + 1;
  }
  return { start, end: start + paragraph.length, units: cutUnits(projection.finish(), segmenter) };
}
