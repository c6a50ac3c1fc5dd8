import type { ReadMessage } from '#assistant/screen/read-message.ts';
import type { Signal, SignalKind } from '#assistant/screen/screen.ts';
import { type Classifier, createClassifier, type Judged } from './create-classifier.ts';
import { listFeatures } from './list-features.ts';
import { CLASSIFIER_IDS, type ClassifierFiles, type ClassifierId } from './read-classifiers.ts';

/** The classifiers' word on one message. */
export interface Judges {
  /** Null when the classifier failed: whoever asks decides what is safe then. */
  judge(id: ClassifierId, vector?: Float32Array): Judged | null;
  /** Whether it finds at least its threshold of that name; null when it failed. */
  reaches(id: ClassifierId, threshold: string, vector?: Float32Array): boolean | null;
  /** What a classifier found, for the record: the strongest features, and where the first of them stands. */
  signal(kind: SignalKind, id: ClassifierId, level: Signal['level'], vector?: Float32Array): Signal;
}

/** Classifiers over what the rules have read of a message. Its features are listed once, when first asked for. */
export function createJudges(files: ClassifierFiles): (message: ReadMessage) => Judges {
  const classifiers = new Map<ClassifierId, Classifier>(CLASSIFIER_IDS.map((id) => [id, createClassifier(files[id])]));
  const functionWords = new Set(files.emergency.functionWords);
  const classifierOf = (id: ClassifierId): Classifier => {
    const classifier = classifiers.get(id);
    if (!classifier) throw new Error(`no classifier is called ${id}`);
    return classifier;
  };

  return ({ view, found }) => {
    let features: ReturnType<typeof listFeatures> | null = null;
    const judged = new Map<string, Judged | null>();
    const judge = (id: ClassifierId, vector?: Float32Array): Judged | null => {
      const known = judged.get(id);
      if (known !== undefined) return known;
      let result: Judged | null = null;
      try {
        features ??= listFeatures(view, new Set(found.map(({ rule }) => rule.id)), functionWords);
        result = classifierOf(id).judge(features, vector ?? null);
      } catch {
        result = null;
      }
      judged.set(id, result);
      return result;
    };
    return {
      judge,
      reaches(id, threshold, vector) {
        const found = judge(id, vector);
        return found && found.probability >= classifierOf(id).threshold(threshold);
      },
      signal(kind, id, level, vector) {
        const because = judge(id, vector)?.because ?? [];
        const token = view.tokens[features?.get(because[0] ?? '') ?? -1];
        const span = token ? ([token.start, token.end] as const) : null;
        return { signal: kind, level, rule: `classifier.${id}`, span, because };
      },
    };
  };
}
