import { createHash } from 'node:crypto';
import type { EvalCase } from '#evaluation/eval-case.ts';
import { questionKey } from '#evaluation/question-key.ts';
import { proposeFromHeading } from './from-heading.ts';
import { proposeFromNumbers } from './from-numbers.ts';
import { proposeFromTable } from './from-table.ts';
import type { Proposal, ProposalSource } from './proposal.ts';
import { createInSentence, type InSentence } from './word-case.ts';

const ID_CHARS = 8;

function propose({ passages, title }: ProposalSource, inSentence: InSentence): Proposal[] {
  return passages.flatMap((passage, at) => {
    const asked = [...proposeFromTable(passage, inSentence), ...proposeFromHeading(passage, passages[at - 1])];
    // What a heading asks for already is not asked for again with a gap.
    const more = proposeFromNumbers(passage, title, inSentence).filter(({ words }) =>
      asked.every((other) => other.words !== words),
    );
    return [...asked, ...more];
  });
}

function toCase({ question, fact, passage, words, from }: Proposal, source: ProposalSource, date: string): EvalCase {
  const hash = createHash('sha256')
    .update([source.documentId, from, question, ...fact].join('\0'))
    .digest('hex');
  return {
    id: `proposed-${from}-${hash.slice(0, ID_CHARS)}`,
    turns: [question],
    expected: { outcome: 'answered', reason: null },
    facts: { required: [[...fact]], forbidden: [] },
    support: [{ document: source.documentId, heading: passage.headingPath.at(-1) ?? source.title, contains: words }],
    tags: ['proposed', from, `topic:${source.documentId}`],
    author: '',
    reviewer: null,
    date,
    split: 'dev',
  };
}

/** What several places answer: a form of any of them is accepted, and each supports it. */
function join(first: EvalCase, more: EvalCase): EvalCase {
  const forms = [...(first.facts.required[0] ?? []), ...(more.facts.required[0] ?? [])];
  return {
    ...first,
    facts: { required: [[...new Set(forms)]], forbidden: [] },
    support: [...first.support, ...more.support],
    tags: [...new Set([...first.tags, 'several-places'])],
  };
}

/**
 * Cases that documents suggest: from table cells, headings that ask, and sentences with figures. For a person to accept,
 * edit or drop; nobody has written them, so `author` is empty. The same documents give the same cases in the same order.
 * What `asked` (keys of `questionKey`) holds already is left out; what several places would ask in the same words is one
 * case, tagged `several-places`, because they may disagree. `date` is ISO.
 */
export function proposeCases(
  sources: readonly ProposalSource[],
  asked: ReadonlySet<string>,
  date: string,
): readonly EvalCase[] {
  const inSentence = createInSentence(sources.flatMap(({ passages }) => passages));
  const byQuestion = new Map<string, EvalCase>();
  for (const source of sources) {
    for (const proposal of propose(source, inSentence)) {
      const key = questionKey([proposal.question]);
      if (asked.has(key)) continue;
      const item = toCase(proposal, source, date);
      const before = byQuestion.get(key);
      byQuestion.set(key, before ? join(before, item) : item);
    }
  }
  return [...byQuestion.values()];
}
