import type { Passage } from '#domain/passage.ts';

/** The encoder reads about 128 word pieces, which medical prose fills with some 60 to 70 words, heading included. */
const maxWords = 60;

const countWords = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;

/** The text of a passage as a reader sees it, without marks. */
export function plainText(passage: Passage): string {
  return passage.units.length > 0 ? passage.units.map((unit) => unit.text).join(' ') : passage.text;
}

/** What is embedded of a passage: groups of its sentences, each behind the heading it stands under. */
export function cutIntoPieces(passage: Passage, title: string): string[] {
  const heading = passage.headingPath.at(-1) ?? title;
  const room = Math.max(maxWords - countWords(heading), 20);
  const sentences = passage.units.length > 0 ? passage.units.map((unit) => unit.text) : [passage.text];
  const groups: string[][] = [];
  let words = 0;
  for (const sentence of sentences.flatMap((text) => cutLong(text, room))) {
    const length = countWords(sentence);
    const group = groups.at(-1);
    if (group !== undefined && words + length <= room) {
      group.push(sentence);
      words += length;
    } else {
      groups.push([sentence]);
      words = length;
    }
  }
  return groups.map((group) => `${heading}: ${group.join(' ')}`);
}

/** A sentence longer than a piece, in parts of at most `room` words. */
function cutLong(sentence: string, room: number): string[] {
  const words = sentence.split(/\s+/).filter((word) => word !== '');
  if (words.length <= room) return words.length === 0 ? [] : [words.join(' ')];
  const parts: string[] = [];
  for (let from = 0; from < words.length; from += room) parts.push(words.slice(from, from + room).join(' '));
  return parts;
}
