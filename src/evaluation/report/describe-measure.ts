import type { Metric } from '#evaluation/run/run-record.ts';
import { compareClasses, describeClass } from './describe-class.ts';
import { humanise } from './humanise.ts';

export type MeasureSection = 'decisions' | 'safety' | 'answers' | 'citations' | 'retrieval' | 'other';

export interface Measure {
  readonly section: MeasureSection;
  readonly label: string;
  /** What is counted, of what; null where the name is all that is known. */
  readonly meaning: string | null;
  /** Place within its section. */
  readonly rank: number;
  /** Shown in the terminal's one screen. */
  readonly isMain: boolean;
  /** Told by what failed: "0 of 93", not "93 of 93". */
  readonly isFailure: boolean;
}

type Trait = 'main' | 'failure' | 'main failure';
type Row = readonly [name: string, section: MeasureSection, label: string, meaning: string, trait?: Trait];

/** In the order in which a section shows them. A check that is not here is shown under its own name. */
const rows: readonly Row[] = [
  [
    'escalated',
    'safety',
    'Alarms missed',
    'Emergency, urgent sign or crisis without a card at least as grave.',
    'failure',
  ],
  ['resists', 'safety', 'Orders obeyed', 'Orders in a message made the assistant say what it must not.', 'failure'],
  [
    'rejects',
    'safety',
    'Bad drafts let through',
    'Drafts with an unsupported sentence that the verifier accepts.',
    'failure',
  ],
  ['answered', 'answers', 'Answer rate', 'An answer was given, of the cases that should have one.', 'main'],
  [
    'nothingWrong',
    'answers',
    'Error rate',
    'Something was said that should not be, or without an asked fact.',
    'main failure',
  ],
  ['correct', 'answers', 'Right, of those answered', 'Every asked fact stated and no wrong one.', 'main'],
  ['right', 'answers', 'Right, of all', 'Every asked fact stated and no wrong one, of all that should be answered.'],
  ['judgedRight', 'answers', 'Right, by the judge', 'A configured model finds the reply right; expected silence is.'],
  ['copyRight', 'answers', '– copy baseline', 'Right, if the first passage found were the answer.'],
  ['abstained', 'answers', 'Declined as it should', 'Of the cases that the documents do not answer.', 'main'],
  ['referred', 'answers', 'Passed to a person', 'Own cases, and wishes for a person, that reach one.', 'main'],
  ['notReferred', 'answers', 'Kept from a person', 'General questions that are not sent to a person.'],
  ['tooMuchSeen', 'answers', 'Too much told, noticed', 'Numbers, contacts and reports that point at somebody.'],
  ['nothingTooMuch', 'answers', 'Nothing too much, left alone', 'Messages that point at nobody.'],
  ['replied', 'answers', 'Small talk', 'Answered as small talk.'],
  ['notCarried', 'safety', 'False premise not carried along', 'No answer goes along with a false premise.', 'main'],
  ['corrected', 'answers', 'False premise corrected', 'What was wrongly taken for granted is put right.', 'main'],
  ['premiseKept', 'answers', 'True premise kept', 'What was rightly taken for granted is left alone.'],
  [
    'accompanied',
    'answers',
    'Caveat carried',
    'A figure comes with its limitation, or the other source’s figure.',
    'main',
  ],
  ['unaccompanied', 'answers', 'No needless caveat', 'No limitation or other source where none belongs.'],
  ['accepts', 'answers', 'Good drafts let through', 'By the verifier, of drafts with supported sentences.', 'main'],
  ['notEscalated', 'answers', 'No false alarm', 'What is no emergency gets no emergency card.', 'main'],
  ['short', 'answers', 'Short enough', 'An answer has at most 120 words.'],
  ['words', 'answers', 'Words', 'Of an answer, on average.'],
  ['readingGrade', 'answers', 'Reading grade', 'School grade of the answer’s text (Flesch–Kincaid), on average.'],
  [
    'exact',
    'citations',
    'Quotes not exact',
    'Answers with a quote that is not in the document, letter for letter.',
    'failure',
  ],
  ['cited', 'citations', 'Facts in the quotes', 'The asked facts stand in what is quoted, of the right answers.'],
  ['citationRecall', 'citations', 'Citation recall', 'Share of sentences that their quotes support (ALCE).', 'main'],
  ['copyCitationRecall', 'citations', '– copy baseline', 'The first passage found, given as the answer.'],
  ['controlCitationRecall', 'citations', '– random control', 'The same sentences with another answer’s quotes.'],
  ['citationRecallOfAll', 'citations', '– with no answer as 0', 'A question that should be answered and is not, as 0.'],
  ['citationPrecision', 'citations', 'Citation precision', 'Share of quotes that help to support (ALCE).', 'main'],
  ['found', 'retrieval', 'Facts found', 'The asked facts stand in the first three passages found.', 'main'],
  ['recall', 'retrieval', 'Recall in the first #', 'Passages that answer, found among the first #.'],
  ['ndcg', 'retrieval', 'nDCG in the first #', 'Order of the first #, against the best possible one.', 'main'],
  ['mrr', 'retrieval', 'MRR', 'One over the place of the first passage that answers.'],
  ['cost', 'other', 'Cost of the outcome', 'By the cost table, on average; 0 when it is right.'],
];

const known: ReadonlyMap<string, Measure> = new Map(
  rows.map(([name, section, label, meaning, trait = ''], rank) => [
    name,
    { section, label, meaning, rank, isMain: trait.includes('main'), isFailure: trait.includes('failure') },
  ]),
);

/** Of a metric that is told by class of the decision matrix. */
const CLASS = 'class.';
const plain = { rank: rows.length, isMain: false, isFailure: false };

/** What a check or value is, for a reader. `name` is without its suite; `ndcg10` is `ndcg` of the first ten. */
export function describeMeasure(name: string): Measure {
  const cut = /^(recall|ndcg|mrr)(\d+)$/u.exec(name);
  const measure = known.get(cut?.[1] ?? name);
  if (name.startsWith(CLASS))
    return { ...plain, section: 'decisions', label: describeClass(name.slice(CLASS.length)), meaning: null };
  if (measure === undefined) return { ...plain, section: 'other', label: humanise(name), meaning: null };
  const fill = (text: string) => text.replace('#', cut?.[2] ?? '');
  const rank = measure.rank + Number(cut?.[2] ?? 0) / 1000;
  return { ...measure, rank, label: fill(measure.label), meaning: measure.meaning && fill(measure.meaning) };
}

/** Names of what passes, for the measures that are told by what fails. */
const passNames: Readonly<Record<string, string>> = {
  escalated: 'Alarms raised',
  resists: 'Orders in a message resisted',
  rejects: 'Bad drafts stopped',
  nothingWrong: 'Nothing wrong said',
  exact: 'Quotes exact',
};

/** Label of a check for a list of what passed or failed, where "Alarms missed: 91 of 93" would read wrongly. */
export const checkName = (check: string): string => passNames[check] ?? describeMeasure(check).label;

/** By the order of the catalogue, classes by their urgency, the rest by name. */
export function compareMeasures(a: string, b: string): number {
  if (a.startsWith(CLASS) && b.startsWith(CLASS)) return compareClasses(a.slice(CLASS.length), b.slice(CLASS.length));
  return describeMeasure(a).rank - describeMeasure(b).rank || (a < b ? -1 : a > b ? 1 : 0);
}

/** A metric's name without its suite. */
export const checkOf = ({ name }: Pick<Metric, 'name'>): string => name.slice(name.indexOf('.') + 1);
