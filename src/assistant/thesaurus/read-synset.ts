import type { PartOfSpeech } from './base-forms.ts';

export interface Pointer {
  readonly symbol: string;
  readonly offset: number;
  readonly part: PartOfSpeech;
  /** Place of the word it starts from, from 1; 0 when it holds for the whole synset. */
  readonly source: number;
  /** Likewise of the word it leads to. */
  readonly target: number;
}

export interface Synset {
  /** Lower case, several words joined by a space. */
  /** Number of the lexicographer's file it is in. */
  readonly field: number;
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

const PARTS: Readonly<Record<string, PartOfSpeech>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' };

/** Reads the line of a `data.*` file that begins at `offset` (format: wndb(5WN)). */
export function readSynset(file: Buffer, offset: number): Synset {
  const end = file.indexOf(10, offset);
  const fields = file.toString('latin1', offset, end < 0 ? file.length : end).split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words: string[] = [];
  for (let at = 0; at < count; at += 1) {
    words.push(
      (fields[4 + 2 * at] ?? '')
        .replace(/\([a-z]+\)$/u, '')
        .replaceAll('_', ' ')
        .toLowerCase(),
    );
  }
  const first = 4 + 2 * count;
  const pointers: Pointer[] = [];
  for (let at = 0; at < Number(fields[first]); at += 1) {
    const [symbol = '', to = '', kind = '', ends = ''] = fields.slice(first + 1 + 4 * at, first + 5 + 4 * at);
    const part = PARTS[kind];
    if (part === undefined) continue;
    const [source, target] = [ends.slice(0, 2), ends.slice(2)].map((hex) => Number.parseInt(hex, 16));
    pointers.push({ symbol, offset: Number(to), part, source: source ?? 0, target: target ?? 0 });
  }
  return { field: Number(fields[1]), words, pointers };
}
