import { LABELS, type Label, type TrainingMessage } from './training-message.ts';

export interface ClassifierPlan {
  readonly id: string;
  /** For the model's own file. */
  readonly tells: string;
  readonly isPositive: (message: TrainingMessage) => boolean;
  /** Messages of other labels are not shown to it. */
  readonly among: readonly Label[];
  readonly usesEncoder: boolean;
  /** Chosen on held-out messages and the dev suites: decision 0013. */
  readonly thresholds: Readonly<Record<string, number>>;
}

const documents: readonly Label[] = ['order', 'prose'];
const messages = LABELS.filter((label) => !documents.includes(label));
const cases: readonly Label[] = ['own', 'general', 'not_medical'];
const is = (label: Label) => (message: TrainingMessage) => message.label === label;

/**
 * `raise`: flagged though no rule fired, `raiseBySentence` where only one or two sentences say so; `confirm`: below it a rule's
 * flag is taken for a look-alike.
 */
export const CLASSIFIER_PLANS: readonly ClassifierPlan[] = [
  {
    id: 'emergency',
    tells: 'Whether somebody needs emergency help now.',
    isPositive: is('emergency'),
    among: messages,
    usesEncoder: false,
    thresholds: { raise: 0.5, raiseBySentence: 0.85, confirm: 0.02 },
  },
  {
    id: 'urgent',
    tells: 'Whether somebody on cancer treatment needs the oncology line now.',
    isPositive: is('urgent'),
    among: messages,
    usesEncoder: false,
    thresholds: { raise: 0.4, raiseBySentence: 0.85, confirm: 0.02 },
  },
  {
    id: 'crisis',
    tells: 'Whether somebody may take their life or harm themselves.',
    isPositive: is('crisis'),
    among: messages,
    usesEncoder: false,
    thresholds: { raise: 0.5, raiseBySentence: 0.85, confirm: 0.02 },
  },
  {
    id: 'weaker-sign',
    tells: 'Whether a weaker warning sign is there now.',
    isPositive: ({ signs = [] }) => signs.length > 0,
    among: ['benign', 'own', 'general', 'not_medical'],
    usesEncoder: false,
    thresholds: { confirm: 0.1 },
  },
  {
    id: 'own-case',
    tells: 'Whether a judgement about one person is wanted, by words alone.',
    isPositive: is('own'),
    among: cases,
    usesEncoder: false,
    thresholds: { refer: 0.15 },
  },
  {
    id: 'own-case-with-encoder',
    tells: 'Whether a judgement about one person is wanted, by words and the encoder.',
    isPositive: is('own'),
    among: cases,
    usesEncoder: true,
    thresholds: { refer: 0.2 },
  },
  {
    id: 'off-topic',
    tells: 'Whether a message is neither medical nor about the organisation.',
    isPositive: is('not_medical'),
    among: messages,
    usesEncoder: false,
    thresholds: { decline: 0.7, declineStrange: 0.5, doubt: 0.3 },
  },
  {
    id: 'person-wanted',
    tells: 'Whether somebody asks for a person.',
    isPositive: is('person'),
    among: messages,
    usesEncoder: false,
    thresholds: { refer: 0.3, confirm: 0.05 },
  },
  {
    id: 'order',
    tells: 'Whether text of a document is meant for a machine rather than a reader.',
    isPositive: is('order'),
    among: documents,
    usesEncoder: false,
    thresholds: { withhold: 0.8 },
  },
];
