import type { MarkdownBlock } from '#knowledge/documents/parse-markdown.ts';
import { collectUnits, type SplitContext } from './collect-units.ts';
import { draftPassage, PASSAGE_MAX_WORDS, type PassageDraft } from './draft-passage.ts';
import { type Atom, packAtoms } from './pack-atoms.ts';
import { spanOf, trimSpan } from './span.ts';
import { splitQuestionList } from './split-question-list.ts';

type Run = { readonly kind: 'prose' | 'list'; readonly atoms: Atom[] };

/** Paragraphs and lists between two headings or tables. A line that announces a list ("They are:") goes with it. */
export function splitProse(
  blocks: readonly MarkdownBlock[],
  headingPath: readonly string[],
  context: SplitContext,
): PassageDraft[] {
  const drafts: PassageDraft[] = [];
  let run: Run = { kind: 'prose', atoms: [] };
  const close = (next: Run) => {
    for (const atom of packAtoms(run.atoms, PASSAGE_MAX_WORDS)) drafts.push(draftPassage(run.kind, headingPath, atom));
    run = next;
  };
  for (const block of blocks) {
    if (block.type === 'thematicBreak') close({ kind: 'prose', atoms: [] });
    if (block.type !== 'list') {
      if (run.kind === 'list') close({ kind: 'prose', atoms: [] });
      run.atoms.push(...readAtoms(block, context));
      continue;
    }
    const items = readAtoms(block, context);
    const questions = splitQuestionList(items, headingPath);
    const announces = questions === null && /[:：]$/.test(run.atoms.at(-1)?.units.at(-1)?.text ?? '');
    const leadIn = announces && run.kind === 'prose' ? run.atoms.splice(-1) : [];
    close({ kind: 'list', atoms: questions === null ? [...leadIn, ...items] : [] });
    drafts.push(...(questions ?? []));
  }
  close({ kind: 'prose', atoms: [] });
  return drafts;
}

/** The items of a list, or the block itself; what says nothing is left out. */
export function readAtoms(block: MarkdownBlock, context: SplitContext): Atom[] {
  const parts = block.type === 'list' ? block.children : [block];
  return parts
    .map((part) => ({ ...trimSpan(spanOf(part), context.documentText), units: collectUnits(part, context) }))
    .filter(({ units }) => units.length > 0);
}
