import type { ReadMessage } from '#assistant/screen/read-message.ts';
import type { Signal, SignalKind } from '#assistant/screen/screen.ts';
import { type Classifier, createClassifier } from './create-classifier.ts';
import { createFeatureReader, type FeatureReader, type Features } from './list-features.ts';
import { CLASSIFIER_IDS, type ClassifierFiles, type ClassifierId } from './read-classifiers.ts';
import { createScoreTable } from './score-table.ts';

/** Some of a message's sentences, by index: `from` up to, not with, `to`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The classifiers' word on one message, or on a window of it. */
export interface Judges {
  /** The whole message first, then each sentence and each two neighbours. */
  readonly windows: readonly Window[];
  /** Whether the classifiers know most words of a message: of others they can say nothing. */
  readonly isFamiliar: boolean;
  /** Whether it finds at least its threshold of that name; null when the classifier failed: whoever asks decides what is safe then. */
  reaches(id: ClassifierId, threshold: string, window?: Window, vector?: Float32Array): boolean | null;
  /** What a classifier found, for the record: the strongest features, and where the first of them stands. */
  signal(kind: SignalKind, id: ClassifierId, level: Signal['level'], window?: Window): Signal;
}

interface Look {
  readonly features: Features;
  readonly scores: Float64Array;
}

const NO_FEATURES: Features = new Map();
/** Share of known words from which on a message is one that the classifiers can judge. */
const FAMILIAR = 0.6;
/** Longer messages are judged as a whole and by their first sentences: bounds the work. */
const MAX_SENTENCES = 24;

function windowsOf(sentences: number): Window[] {
  const whole = { from: 0, to: sentences };
  if (sentences <= 1) return [whole];
  const starts = Array.from({ length: Math.min(sentences, MAX_SENTENCES) }, (_, from) => from);
  const sizes = sentences === 2 ? [1] : [1, 2];
  return [whole, ...starts.flatMap((from) => sizes.map((size) => ({ from, to: Math.min(sentences, from + size) })))];
}

/** Classifiers over what the rules have read of a message. Its features are listed once, when first asked for. */
export function createJudges(files: ClassifierFiles): (message: ReadMessage) => Judges {
  const all = CLASSIFIER_IDS.map((id) => files[id]);
  const table = createScoreTable(all);
  const classifiers = new Map<ClassifierId, Classifier>(CLASSIFIER_IDS.map((id) => [id, createClassifier(files[id])]));
  const functionWords = new Set(files.emergency.functionWords);
  const classifierOf = (id: ClassifierId): Classifier => {
    const classifier = classifiers.get(id);
    if (!classifier) throw new Error(`no classifier is called ${id}`);
    return classifier;
  };

  return (message) => {
    const { view } = message;
    let reader: FeatureReader | null = null;
    const listed = new Map<Window, Look | null>();
    const windows = windowsOf(view.sentences.length);
    const whole = windows[0] ?? { from: 0, to: 0 };
    /** Null where the features cannot be read: nothing that fails here may fail the turn. */
    const look = (window: Window): Look | null => {
      const known = listed.get(window);
      if (known !== undefined) return known;
      let seen: Look | null = null;
      try {
        reader ??= createFeatureReader(message, functionWords);
        const features = reader.list(window.from, window.to);
        seen = { features, scores: table.score(features) };
      } catch {
        seen = null;
      }
      listed.set(window, seen);
      return seen;
    };
    const probability = (id: ClassifierId, window: Window, vector: Float32Array | undefined): number | null => {
      const score = look(window)?.scores[CLASSIFIER_IDS.indexOf(id)];
      if (score === undefined) return null;
      try {
        return classifierOf(id).probability(score, vector ?? null);
      } catch {
        return null;
      }
    };
    return {
      windows,
      get isFamiliar() {
        return table.familiarity(look(whole)?.features ?? NO_FEATURES) >= FAMILIAR;
      },
      reaches(id, threshold, window = whole, vector) {
        const least = classifierOf(id).threshold(threshold);
        const found = probability(id, window, vector);
        return found === null ? null : found >= least;
      },
      signal(kind, id, level, window = whole) {
        const features = look(window)?.features ?? NO_FEATURES;
        const because = classifierOf(id).because(features);
        const token = view.tokens[features.get(because[0] ?? '') ?? -1];
        const span = token ? ([token.start, token.end] as const) : null;
        return { signal: kind, level, rule: `classifier.${id}`, span, because };
      },
    };
  };
}
