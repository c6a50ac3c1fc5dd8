import type { ClassifierFile } from '#assistant/screen/classify/classifier-file.ts';
import {
  CLASSIFIER_IDS,
  type ClassifierFiles,
  type ClassifierId,
} from '#assistant/screen/classify/read-classifiers.ts';

const THRESHOLDS = {
  raise: 0.5,
  raiseBySentence: 0.85,
  confirm: 0.05,
  refer: 0.5,
  decline: 0.7,
  declineStrange: 0.5,
  doubt: 0.3,
  withhold: 0.5,
};

/** A classifier that knows only the given weights: certain that nothing is what it looks for, unless they say otherwise. */
export const classifierFile = (
  id: string,
  weights: Readonly<Record<string, number>> = {},
  model: Partial<ClassifierFile['model']> = {},
): ClassifierFile => ({
  id,
  version: 1,
  source: 'Written for a test',
  owner: 'Citewell',
  date: '2026-11-25',
  reviewedBy: null,
  made: { messages: 1, command: 'none' },
  encoder: null,
  functionWords: ['should', 'i', 'my'],
  calibration: { slope: 1, offset: 0 },
  thresholds: THRESHOLDS,
  model: { bias: -9, dense: [], weights: { ...weights }, ...model },
});

/** Every classifier of the screen, all of them finding nothing but the given ones. */
export const classifierFiles = (some: Partial<Record<ClassifierId, ClassifierFile>> = {}): ClassifierFiles =>
  Object.fromEntries(CLASSIFIER_IDS.map((id) => [id, some[id] ?? classifierFile(id)])) as Record<
    ClassifierId,
    ClassifierFile
  >;
