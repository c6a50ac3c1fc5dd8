import type { MessageView } from '#assistant/screen/message-view.ts';
import type { Token } from '#assistant/screen/token.ts';

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

/**
 * What a linear model sees of a message: words, sequences of two and three, pairs with one word between, pieces of words,
 * sequences of function words, how sentences begin, lengths, and the rules that fired (`fired`, by id). All are there or
 * not. Names: `w:` word, `2:` `3:` sequence (`q2:` in a question), `k:` gap, `c:` piece, `s3:`–`s5:` skeleton, `r:` rule.
 */
export function listFeatures(view: MessageView, fired: Iterable<string>, functionWords: ReadonlySet<string>): Features {
  const found = new FeatureCollector();
  const classes = symbolsOf(view);
  const seen = new Set<string>();
  for (const { start, end, question } of view.sentences) {
    if (start > MAX_TOKENS) break;
    const symbols: Placed[] = [{ symbol: '<s>', token: start }];
    const words: Placed[] = [];
    for (let at = start; at < end; at += 1) {
      const token = view.tokens[at];
      if (!token) continue;
      if (at > start && token.clause !== view.tokens[at - 1]?.clause) symbols.push({ symbol: ',', token: at });
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
    const opening = `${first} ${words[1]?.symbol ?? ''}`.trim();
    found.add(`first:${first}`, start);
    found.add(`first2:${opening}`, start);
    if (end === view.tokens.length) {
      found.add(`last:${first}`, start);
      found.add(`last2:${opening}`, start);
    }
    for (const { symbol, token } of words) {
      if (seen.has(symbol)) continue;
      seen.add(symbol);
      found.add(`w:${symbol}`, token);
      addPieces(found, symbol, token);
    }
  }
  for (const length of LENGTHS) if (view.tokens.length > length) found.add(`words>${length}`, 0);
  found.add(`sentences:${Math.min(view.sentences.length, MANY_SENTENCES)}`, 0);
  found.add(`questions:${Math.min(view.sentences.filter(({ question }) => question).length, MANY_QUESTIONS)}`, 0);
  for (const rule of fired) found.add(`r:${rule}`, 0);
  return found.features;
}
