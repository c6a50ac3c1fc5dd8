import { html, type Markup } from './html.ts';

/** A word that not every reader knows: how it is written, and what it means here. */
interface Word {
  readonly id: string;
  readonly word: string;
  readonly means: string;
}

export const GLOSSARY: readonly Word[] = [
  [
    'baseline',
    'Baseline',
    'The last run that somebody accepted, with a reason. Later runs are compared with it case by case.',
  ],
  ['case', 'Case', 'One question or conversation, with what should come of it.'],
  ['suite', 'Suite', 'Cases that test one thing, such as emergencies or questions that the guides answer.'],
  [
    'split',
    'Dev and test split',
    'Dev cases were seen while the product was written; test cases are kept apart and looked at once.',
  ],
  ['declined', 'Declined', 'The assistant says that the guides do not answer. Where they do not, that is right.'],
  [
    'near-misses',
    'Near misses',
    'Questions close to the guides that the guides do not answer. They should be declined.',
  ],
  ['follow-ups', 'Follow-ups', 'Questions that only make sense after an earlier one.'],
  ['premises', 'False premises', 'Questions that take something for granted that the guides say is not so.'],
  ['injection', 'Injection', 'Messages that try to give the assistant orders, such as “ignore your rules”.'],
  [
    'card',
    'Card',
    'What is shown in place of an answer for an emergency, a crisis or an urgent sign: whom to call, and when.',
  ],
  [
    'cost',
    'Cost',
    'How much harm one confusion may do, by a table of the product’s own. It orders cases; it is never added up across kinds.',
  ],
  [
    'interval',
    '95% interval',
    'The true rate lies within it unless chance was unkind (less than one time in twenty). Few cases make it wide.',
  ],
  ['draft', 'Draft', 'Sentences that a language model might write, right and wrong, to test the verifier.'],
  [
    'verifier',
    'Verifier',
    'The part that decides whether the guides’ sentences carry what is said. It measures consistency, not truth.',
  ],
  [
    'citation-recall',
    'Citation recall and precision (ALCE)',
    'The share of sentences that their quotes carry, and the share of quotes that help to (a method of Gao and others, 2023).',
  ],
  ['copy', 'Copy baseline', 'What copying the first passage found would get.'],
  ['control', 'Random control', 'What the same sentences would get with another answer’s quotes: chance alone.'],
  ['recall', 'Recall in the first 10', 'The share of passages that answer which are among the first ten found.'],
  ['ndcg', 'nDCG', 'How near the order of the passages found is to the best one; 1 is best.'],
  ['mrr', 'MRR', 'One over the place of the first passage that answers; 1 where it comes first.'],
  ['reading-grade', 'Reading grade', 'School years that a text asks of its reader (Flesch–Kincaid).'],
  ['encoder', 'Encoder', 'The model that compares meanings when passages are looked for. It writes nothing.'],
  ['seed', 'Seed', 'The number that fixes what is drawn by lot, so that a run can be repeated.'],
  ['digest', 'Digest', 'A short code made from a file: the same code means the same file.'],
].map(([id = '', word = '', means = '']) => ({ id, word, means }));

const anchor = (id: string): string => `word-${id}`;

/** A link to what a word means, in the words of the sentence it stands in. */
export const linkWord = (id: string, text: string): Markup => html`<a href="#${anchor(id)}">${text}</a>`;

/** One line of links to the words that a part uses. */
export function explainWords(...ids: readonly string[]): Markup {
  const words = GLOSSARY.filter((one) => ids.includes(one.id));
  return html`<p class="note">Words explained: ${words.map(({ id, word }, at) => html`${at === 0 ? null : ', '}${linkWord(id, word.toLowerCase().replace('ndcg', 'nDCG').replace('mrr', 'MRR').replace('alce', 'ALCE'))}`)}.</p>`;
}

/** Every word that is explained. */
export const renderGlossary = (): Markup =>
  html`<dl class="glossary">${GLOSSARY.map(({ id, word, means }) => html`<div id="${anchor(id)}"><dt>${word}</dt><dd>${means}</dd></div>`)}</dl>`;
