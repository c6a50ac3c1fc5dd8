/** `[piece, log probability]` by piece number; the first six are reserved and stand for no text. */
export type Vocabulary = ReadonlyArray<readonly [piece: string, score: number]>;

const reserved = 6;
const unknown = 0;
const space = '\u2581';

interface Node {
  readonly next: Map<number, Node>;
  /** The piece that ends here, 0 for none. */
  piece: number;
}

/**
 * Cuts texts into the word pieces of a SentencePiece unigram model (Kudo 2018): of all ways to cut, the most probable,
 * found by Viterbi's algorithm in one walk. Time grows with the text's length alone: no piece is longer than 16 letters.
 * A character without a piece of its own is left out, so that "≥ 40" reads as "40". Whitespace of any kind and length is
 * one space, as in the model's training. Never empty: a text of nothing is a space.
 */
export function createPieceCutter(vocabulary: Vocabulary): (text: string) => number[] {
  const root: Node = { next: new Map(), piece: unknown };
  const lengths = vocabulary.map(([piece]) => [...piece].length);
  const scores = Float64Array.from(vocabulary, ([, score]) => score);
  for (let piece = reserved; piece < vocabulary.length; piece += 1) {
    let node = root;
    for (const symbol of vocabulary[piece]?.[0] ?? '') {
      const key = symbol.codePointAt(0) ?? 0;
      const known = node.next.get(key) ?? { next: new Map(), piece: unknown };
      node.next.set(key, known);
      node = known;
    }
    node.piece = piece;
  }

  return (text) => {
    const symbols = Array.from(normalise(text), (symbol) => symbol.codePointAt(0) ?? 0);
    const ending = new Int32Array(symbols.length + 1);
    // Zero is "not reached", as in the model's own tokeniser: scores are negative, but for some extra pieces.
    const best = new Float64Array(symbols.length + 1);
    const offer = (piece: number, end: number, score: number) => {
      if (best[end] !== 0 && score < (best[end] as number)) return;
      best[end] = score;
      ending[end] = piece;
    };
    for (let from = 0; from < symbols.length; from += 1) {
      const reached = best[from] as number;
      let isKnown = false;
      let node = root.next.get(symbols[from] as number);
      for (let end = from + 1; node !== undefined; end += 1) {
        if (node.piece !== unknown) {
          offer(node.piece, end, (scores[node.piece] as number) + reached);
          isKnown = true;
        }
        node = node.next.get(symbols[end] as number);
      }
      if (!isKnown) offer(unknown, from + 1, reached);
    }
    const pieces: number[] = [];
    for (let end = symbols.length; end > 0; ) {
      const piece = ending[end] as number;
      if (piece !== unknown) pieces.push(piece);
      end -= piece === unknown ? 1 : (lengths[piece] as number);
    }
    return pieces.reverse();
  };
}

function normalise(text: string): string {
  return space + text.normalize('NFKC').trim().replace(/\s+/gu, space);
}
