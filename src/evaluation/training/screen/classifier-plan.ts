import type { Label, TrainingMessage } from './training-message.ts';

export interface ClassifierPlan {
  readonly id: string;
  /** For the model's own file. */
  readonly tells: string;
  readonly isPositive: (message: TrainingMessage) => boolean;
  /** Messages of other labels are not shown to it; all when absent. */
  readonly among?: readonly Label[];
  readonly usesEncoder: boolean;
  /** Chosen on held-out messages and the dev suites: decision 0013. */
  readonly thresholds: Readonly<Record<string, number>>;
}

const cases: readonly Label[] = ['own', 'general', 'not_medical'];
const is = (label: Label) => (message: TrainingMessage) => message.label === label;

/** `raise`: flagged though no rule fired; `confirm`: below it a rule's flag is taken for a look-alike. */
export const CLASSIFIER_PLANS: readonly ClassifierPlan[] = [
  {
    id: 'emergency',
    tells: 'Whether somebody needs emergency help now.',
    isPositive: is('emergency'),
    usesEncoder: false,
    thresholds: { raise: 0.5, confirm: 0.03 },
  },
  {
    id: 'urgent',
    tells: 'Whether somebody on cancer treatment needs the oncology line now.',
    isPositive: is('urgent'),
    usesEncoder: false,
    thresholds: { raise: 0.3, confirm: 0.03 },
  },
  {
    id: 'crisis',
    tells: 'Whether somebody may take their life or harm themselves.',
    isPositive: is('crisis'),
    usesEncoder: false,
    thresholds: { raise: 0.5, confirm: 0.03 },
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
    thresholds: { refer: 0.4 },
  },
  {
    id: 'own-case-with-encoder',
    tells: 'Whether a judgement about one person is wanted, by words and the encoder.',
    isPositive: is('own'),
    among: cases,
    usesEncoder: true,
    thresholds: { refer: 0.4 },
  },
  {
    id: 'off-topic',
    tells: 'Whether a message is neither medical nor about the organisation.',
    isPositive: is('not_medical'),
    usesEncoder: false,
    thresholds: { decline: 0.6 },
  },
  {
    id: 'person-wanted',
    tells: 'Whether somebody asks for a person.',
    isPositive: is('person'),
    usesEncoder: false,
    thresholds: { refer: 0.5 },
  },
];
