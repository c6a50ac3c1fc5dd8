import type { Passage } from '#domain/passage.ts';

/**
 * Words of a piece. The encoder reads 128 word pieces, which medical prose fills with some 60 words, and averages what it
 * reads; 40 finds the guides' questions no better, and costs half as many vectors again. Headings are left out: repeated in
 * every piece, they make the pieces of a section alike (measured; BM25 weighs them instead).
 */
const maxWords = 60;

const splitWords = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** The text of a passage as a reader sees it, without marks. */
export function plainText(passage: Passage): string {
  return passage.units.length > 0 ? passage.units.map((unit) => unit.text).join(' ') : passage.text;
}

/** What is embedded of a passage: groups of its sentences. */
export function cutIntoPieces(passage: Passage): string[] {
  return groupWords(passage).pieces.map((piece) => piece.join(' '));
}

/** The piece in which each unit of a passage begins, by its place among the passage's pieces. */
export function pieceOfUnits(passage: Passage): number[] {
  return groupWords(passage).firstPiece;
}

function groupWords(passage: Passage): { pieces: string[][]; firstPiece: number[] } {
  const sentences = passage.units.length > 0 ? passage.units.map((unit) => unit.text) : [passage.text];
  const pieces: string[][] = [];
  const firstPiece: number[] = [];
  for (const sentence of sentences) {
    for (const [part, words] of cutLong(sentence).entries()) {
      const piece = pieces.at(-1);
      if (piece !== undefined && piece.length + words.length <= maxWords) piece.push(...words);
      else pieces.push([...words]);
      if (part === 0) firstPiece.push(pieces.length - 1);
    }
  }
  return { pieces, firstPiece };
}

/** The words of a sentence; of one longer than a piece, in parts. */
function cutLong(sentence: string): string[][] {
  const words = splitWords(sentence);
  const parts: string[][] = [];
  for (let from = 0; from < words.length; from += maxWords) parts.push(words.slice(from, from + maxWords));
  return parts;
}
