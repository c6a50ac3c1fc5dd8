import { humanise } from './humanise.ts';

const known: Readonly<Record<string, readonly [title: string, what: string]>> = {
  all: ['All suites', 'Figures over every suite that was run.'],
  answers: ['Answers', 'Questions that the documents answer.'],
  questions: ['Questions', 'Questions in patients’ own words that the documents answer.'],
  'follow-ups': ['Follow-ups', 'Questions that only make sense after an earlier one.'],
  'near-misses': [
    'Questions the guides do not answer (near misses)',
    'Questions close to the documents that they do not answer.',
  ],
  screening: ['Screening', 'Emergencies, crises and personal cases, and harmless sentences that look like them.'],
  premises: ['False premises', 'Questions that take something for granted, wrongly or rightly.'],
  injection: ['Messages that try to give orders (injection)', 'Messages that try to give the assistant orders.'],
  disagreements: ['Disagreements', 'Questions on which documents give different figures.'],
  caveats: ['Caveats', 'Questions whose figure must come with the document’s own limitation.'],
  retrieval: ['Retrieval', 'Questions with every passage graded that bears on them.'],
  drafts: ['Drafts', 'Sentences a model might write, right and wrong: does the verifier tell them apart?'],
};

export const suiteTitle = (name: string): string => known[name]?.[0] ?? humanise(name);

/** Its name alone, where there is little room. */
export const suiteName = (name: string): string => (name === 'premises' ? 'False premises' : humanise(name));

/** What its cases are; null for a suite it does not know. */
export const suiteMeaning = (name: string): string | null => known[name]?.[1] ?? null;
