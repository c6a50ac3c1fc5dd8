import type { MessageView } from '#assistant/screen/message-view.ts';
import type { ReadMessage } from '#assistant/screen/read-message.ts';
import type { Sentence, Token } from '#assistant/screen/token.ts';

/** Lists of the rules whose members count as one word: what a classifier learns of one holds for all. */
const CLASSES: ReadonlyArray<readonly [list: string, symbol: string]> = [
  ['kin', 'KIN'],
  ['disease', 'DISEASE'],
  ['cancer', 'DISEASE'],
  ['drug-name', 'DRUG'],
  ['medicine', 'DRUG'],
  ['place', 'PLACE'],
  ['lab', 'LAB'],
  ['body', 'BODY'],
];
const SYMBOLS: ReadonlySet<string> = new Set(['<s>', '</s>', '?', ',', '#', ...CLASSES.map(([, symbol]) => symbol)]);
const LENGTHS = [3, 5, 8, 15, 30, 60, 100] as const;
/** Of a longer message only the beginning: bounds the work. */
const MAX_TOKENS = 800;
const MANY_SENTENCES = 6;
const MANY_QUESTIONS = 3;
/** Characters of a piece of a word, `^` and `$` included. */
const PIECES = [3, 4, 5] as const;
/** Symbols of a skeleton: function words, with whatever stands between them as one X. */
const SKELETONS = [3, 4, 5] as const;

const wordOf = ({ word, readings }: Token): string => readings[0] ?? word;

function symbolsOf(view: MessageView): ReadonlyMap<number, string> {
  const symbols = new Map<number, string>();
  for (const [list, symbol] of CLASSES) {
    for (const { start, end } of view.list(list)) {
      for (let at = start; at < end; at += 1) if (!symbols.has(at)) symbols.set(at, symbol);
    }
  }
  return symbols;
}

/** Feature → the first token that it was seen at. */
export type Features = ReadonlyMap<string, number>;

class FeatureCollector {
  readonly features = new Map<string, number>();
  add(name: string, token: number): void {
    if (!this.features.has(name)) this.features.set(name, token);
  }
  /** Sequences of symbols; `places` holds the token of each. */
  addSequences(prefix: string, symbols: readonly Placed[], lengths: readonly number[]): void {
    for (const length of lengths) {
      for (let at = 0; at + length <= symbols.length; at += 1) {
        let name = `${prefix}${length}:${symbols[at]?.symbol}`;
        for (let i = at + 1; i < at + length; i += 1) name += ` ${symbols[i]?.symbol}`;
        this.add(name, symbols[at]?.token ?? 0);
      }
    }
  }
}

/** A word or class, and the token that it stands for. */
interface Placed {
  readonly symbol: string;
  readonly token: number;
}

function addPieces(features: FeatureCollector, word: string, token: number): void {
  const whole = `^${word}$`;
  for (const length of PIECES) {
    for (let at = 0; at + length <= whole.length; at += 1) features.add(`c:${whole.slice(at, at + length)}`, token);
  }
}

/** "should I take my tablets" → "should I X my X". */
function skeletonOf(symbols: readonly Placed[], functionWords: ReadonlySet<string>): Placed[] {
  return symbols
    .map((one) => (SYMBOLS.has(one.symbol) || functionWords.has(one.symbol) ? one : { ...one, symbol: 'X' }))
    .filter(({ symbol }, at, all) => symbol !== 'X' || all[at - 1]?.symbol !== 'X');
}

/** A sentence's features, whatever stands around it. */
function listOfSentence(
  { tokens }: MessageView,
  { start, end, question }: Sentence,
  classes: ReadonlyMap<number, string>,
  functionWords: ReadonlySet<string>,
): Features {
  const found = new FeatureCollector();
  const symbols: Placed[] = [{ symbol: '<s>', token: start }];
  const words: Placed[] = [];
  for (let at = start; at < end; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    if (at > start && token.clause !== tokens[at - 1]?.clause) symbols.push({ symbol: ',', token: at });
    const word = wordOf(token);
    words.push({ symbol: word, token: at });
    symbols.push({ symbol: token.number === null ? (classes.get(at) ?? word) : '#', token: at });
  }
  symbols.push({ symbol: question ? '?' : '</s>', token: end - 1 });
  found.addSequences('', symbols, [2, 3]);
  if (question) found.addSequences('q', symbols, [2, 3]);
  for (let at = 0; at + 2 < symbols.length; at += 1) {
    found.add(`k:${symbols[at]?.symbol} _ ${symbols[at + 2]?.symbol}`, symbols[at]?.token ?? start);
  }
  found.addSequences('s', skeletonOf(symbols, functionWords), SKELETONS);
  const first = words[0]?.symbol ?? '';
  found.add(`first:${first}`, start);
  found.add(`first2:${first} ${words[1]?.symbol ?? ''}`.trim(), start);
  for (const { symbol, token } of words) {
    found.add(`w:${symbol}`, token);
    // The commonest words tell nothing by their pieces.
    if (!functionWords.has(symbol)) addPieces(found, symbol, token);
  }
  return found.features;
}

/**
 * What a linear model sees of a message, or of some of its sentences: words, sequences of two and three, pairs with one word
 * between, pieces of words, sequences of function words, how sentences begin, lengths, and the rules that fired there. All
 * are there or not. Names: `w:` word, `2:` `3:` sequence (`q2:` in a question), `k:` gap, `c:` piece, `s3:`–`s5:` skeleton,
 * `r:` rule.
 */
export function createFeatureReader({ view, found }: ReadMessage, functionWords: ReadonlySet<string>) {
  const classes = symbolsOf(view);
  const sentences = view.sentences.filter(({ start }) => start <= MAX_TOKENS);
  const bySentence: Features[] = [];
  const of = (at: number): Features => {
    const sentence = sentences[at];
    if (!sentence) return new Map();
    bySentence[at] ??= listOfSentence(view, sentence, classes, functionWords);
    return bySentence[at];
  };
  return {
    sentences: sentences.length,
    /** Of the sentences `from` up to, not with, `to`. */
    list(from: number, to: number): Features {
      const features = new Map<string, number>();
      for (let at = from; at < to; at += 1) {
        for (const [name, token] of of(at)) if (!features.has(name)) features.set(name, token);
      }
      const range = sentences.slice(from, to);
      const start = range[0]?.start ?? 0;
      const end = range.at(-1)?.end ?? 0;
      const add = (name: string, token = start): void => void features.set(name, token);
      for (const length of LENGTHS) if (end - start > length) add(`words>${length}`);
      add(`sentences:${Math.min(range.length, MANY_SENTENCES)}`);
      add(`questions:${Math.min(range.filter(({ question }) => question).length, MANY_QUESTIONS)}`);
      for (const { rule, hit } of found) if (hit.start >= start && hit.start < end) add(`r:${rule.id}`, hit.start);
      const last = view.tokens[range.at(-1)?.start ?? -1];
      if (last) add(`last:${wordOf(last)}`, range.at(-1)?.start);
      return features;
    },
  };
}

export type FeatureReader = ReturnType<typeof createFeatureReader>;
