import type { Hit, MessageView } from './message-view.ts';
import type { Thresholds } from './rule-file.ts';

/** How far from a number a word may stand and still say that it is a temperature. */
const REACH = 8;
const CELSIUS = [34, 43] as const;
const FAHRENHEIT = [94, 110] as const;

const within = (value: number, [min, max]: readonly [number, number]): boolean => value >= min && value <= max;
const toCelsius = (fahrenheit: number): number => Math.round(((fahrenheit - 32) / 1.8) * 100) / 100;

/** Body temperatures named in a message, each as the lists `@fever`, `@warm` or `@cold`. */
export interface TemperatureContext {
  /** Someone is on treatment or was said to have a fever, now or earlier in the conversation. */
  readonly onTreatment: boolean;
  readonly feverSpoken: boolean;
}

/** "38 flat.": a number that is nearly all the sentence says. */
function isAlone(view: MessageView, sentence: number): boolean {
  const { start = 0, end = 0 } = view.sentences[sentence] ?? {};
  return end - start <= 3;
}

type Near = (name: string, at: number, before: number, after: number) => boolean;

function nearIn(view: MessageView): Near {
  const starts = new Map<string, Hit[]>();
  return (name, at, before, after) => {
    let hits = starts.get(name);
    if (!hits) {
      hits = [...view.list(name)];
      starts.set(name, hits);
    }
    return hits.some((hit) => hit.end > at - before && hit.start <= at + after && hit.start !== at);
  };
}

function readingAt(view: MessageView, at: number, near: Near, context: TemperatureContext): number | null {
  const token = view.tokens[at];
  if (!token || token.number === null || token.after === '%' || token.after === '$' || token.after === '€') return null;
  const half = near('temperature.and-a-half', at, 0, 1) ? 0.5 : 0;
  const value = token.number + half;
  const isDecimal = half > 0 || token.word.includes('.');
  const isCelsius = within(value, CELSIUS);
  if (!isCelsius && !within(value, FAHRENHEIT)) return null;
  if (near('temperature.counted', at, 0, 1) || near('temperature.numbered', at, 1, -1)) return null;
  const degrees = isCelsius ? value : toCelsius(value);
  if (token.after === '°' || near('temperature.unit', at, 0, 1)) return degrees;
  if (near('temperature.cue', at, REACH, REACH)) return degrees;
  const spoken = context.onTreatment || context.feverSpoken;
  if (isDecimal && (near('temperature.weak-cue', at, REACH, REACH) || spoken)) return degrees;
  if (context.feverSpoken && near('temperature.weak-cue', at, 3, 3)) return degrees;
  if (context.onTreatment && isCelsius && isAlone(view, token.sentence)) return degrees;
  return null;
}

export function findTemperatures(
  view: MessageView,
  thresholds: Pick<Thresholds, 'feverCelsius' | 'feverOnTreatmentCelsius' | 'lowCelsius'>,
  context: TemperatureContext,
): ReadonlyMap<string, readonly Hit[]> {
  const near = nearIn(view);
  const found = { '@fever': [] as Hit[], '@warm': [] as Hit[], '@cold': [] as Hit[] };
  const things = new Set(view.list('temperature.of-a-thing').map(({ start }) => view.tokens[start]?.sentence));
  view.tokens.forEach(({ number, sentence }, at) => {
    if (number === null || things.has(sentence)) return;
    const celsius = readingAt(view, at, near, context);
    if (celsius === null) return;
    const hit = { start: at, end: at + 1 };
    if (celsius >= thresholds.feverCelsius) found['@fever'].push(hit);
    else if (celsius >= thresholds.feverOnTreatmentCelsius) found['@warm'].push(hit);
    else if (celsius < thresholds.lowCelsius) found['@cold'].push(hit);
  });
  return new Map(Object.entries(found));
}
