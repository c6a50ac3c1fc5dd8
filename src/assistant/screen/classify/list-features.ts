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

function addGrams(features: Set<string>, prefix: string, symbols: readonly string[], lengths: readonly number[]): void {
  for (const length of lengths) {
    for (let at = 0; at + length <= symbols.length; at += 1) {
      features.add(`${prefix}${length}:${symbols.slice(at, at + length).join(' ')}`);
    }
  }
}

function addPieces(features: Set<string>, word: string): void {
  const whole = `^${word}$`;
  for (const length of PIECES) {
    for (let at = 0; at + length <= whole.length; at += 1) features.add(`c:${whole.slice(at, at + length)}`);
  }
}

/** "should I take my tablets" → "should I X my X". */
function skeletonOf(symbols: readonly string[], functionWords: ReadonlySet<string>): string[] {
  return symbols
    .map((symbol) => (SYMBOLS.has(symbol) || functionWords.has(symbol) ? symbol : 'X'))
    .filter((symbol, at, all) => symbol !== 'X' || all[at - 1] !== 'X');
}

/**
 * What a linear model sees of a message: words, sequences of two and three, pairs with one word between, pieces of words,
 * sequences of function words, how sentences begin, lengths, and the rules that fired (`fired`, by id). All are there or
 * not. Names: `w:` word, `2:` `3:` sequence (`q2:` in a question), `k:` gap, `c:` piece, `s3:`–`s5:` skeleton, `r:` rule.
 */
export function listFeatures(
  view: MessageView,
  fired: Iterable<string>,
  functionWords: ReadonlySet<string>,
): ReadonlySet<string> {
  const features = new Set<string>();
  const classes = symbolsOf(view);
  const seen = new Set<string>();
  for (const { start, end, question } of view.sentences) {
    const symbols = ['<s>'];
    const words: string[] = [];
    for (let at = start; at < end; at += 1) {
      const token = view.tokens[at];
      if (!token) continue;
      if (at > start && token.clause !== view.tokens[at - 1]?.clause) symbols.push(',');
      const word = wordOf(token);
      words.push(word);
      symbols.push(token.number === null ? (classes.get(at) ?? word) : '#');
    }
    symbols.push(question ? '?' : '</s>');
    addGrams(features, '', symbols, [2, 3]);
    if (question) addGrams(features, 'q', symbols, [2, 3]);
    for (let at = 0; at + 2 < symbols.length; at += 1) features.add(`k:${symbols[at]} _ ${symbols[at + 2]}`);
    addGrams(features, 's', skeletonOf(symbols, functionWords), SKELETONS);
    const opening = words.slice(0, 2).join(' ');
    features.add(`first:${words[0]}`).add(`first2:${opening}`);
    if (end === view.tokens.length) features.add(`last:${words[0]}`).add(`last2:${opening}`);
    for (const word of words) {
      if (seen.has(word)) continue;
      seen.add(word);
      features.add(`w:${word}`);
      addPieces(features, word);
    }
  }
  for (const length of LENGTHS) if (view.tokens.length > length) features.add(`words>${length}`);
  features.add(`sentences:${Math.min(view.sentences.length, MANY_SENTENCES)}`);
  features.add(`questions:${Math.min(view.sentences.filter(({ question }) => question).length, MANY_QUESTIONS)}`);
  for (const rule of fired) features.add(`r:${rule}`);
  return features;
}
