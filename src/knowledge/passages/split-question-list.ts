import { draftPassage, type PassageDraft } from './draft-passage.ts';
import type { Atom } from './pack-atoms.ts';
import { splitAnswer } from './split-answer.ts';

const QUESTION = /[?？؟]["'”’)]*$/;

/** A list of which every item is a question with its answer: one passage an item. Null for any other list. */
export function splitQuestionList(items: readonly Atom[], headingPath: readonly string[]): PassageDraft[] | null {
  const isAsked = ({ units: [first, ...answer] }: Atom) => QUESTION.test(first?.text ?? '') && answer.length > 0;
  if (items.length === 0 || !items.every(isAsked)) return null;
  return items.flatMap(({ start, end, units: [question, ...answer] }) => {
    const path = [...headingPath, question?.text ?? ''];
    return splitAnswer([{ start, end, units: answer }], path, start).map((atom) =>
      draftPassage('question_answer', path, atom),
    );
  });
}
