import type { MarkdownBlock } from '#knowledge/documents/parse-markdown.ts';
import type { SplitContext } from './collect-units.ts';
import { draftPassage, type PassageDraft } from './draft-passage.ts';
import type { Section } from './read-sections.ts';
import { splitAnswer } from './split-answer.ts';
import { readAtoms, splitProse } from './split-prose.ts';
import { splitTable } from './split-table.ts';

/** The passages of one section, in order. `title` names a table that no heading stands above. */
export function splitSection(
  { path, question, blocks }: Section,
  title: string,
  context: SplitContext,
): PassageDraft[] {
  const drafts: PassageDraft[] = [];
  let run: MarkdownBlock[] = [];
  let questionStart = question?.start ?? null;
  const closeRun = () => {
    if (question === null) drafts.push(...splitProse(run, path, context));
    else {
      const atoms = run.flatMap((block) => readAtoms(block, context));
      for (const atom of splitAnswer(atoms, path, questionStart))
        drafts.push(draftPassage('question_answer', path, atom));
    }
    questionStart = null;
    run = [];
  };
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'table') {
      run.push(block);
      continue;
    }
    closeRun();
    drafts.push(...splitTable(block, blocks[index - 1], path, title, context.documentText));
  }
  closeRun();
  return drafts;
}
