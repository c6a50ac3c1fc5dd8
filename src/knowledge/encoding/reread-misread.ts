import type { CodePageName } from './code-page.ts';
import { isNaturalLatin } from './is-natural-latin.ts';
import { holdsThaiWriting, isProvenThaiMisreading, isStrayPair } from './judge-thai.ts';
import { type MisreadSequence, readSequence } from './read-sequence.ts';

export interface Reread {
  readonly text: string;
  readonly count: number;
  readonly codePages: ReadonlySet<CodePageName>;
}

/** Every character that can be the first byte of a longer UTF-8 sequence in one of the code pages. */
const LEADS = /[\u00C2-\u00F4\u0E22-\u0E54]/gu;
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

const findSequences = (text: string): MisreadSequence[] => {
  const found: MisreadSequence[] = [];
  let free = 0;
  for (const { index } of text.matchAll(LEADS)) {
    const sequence = index < free ? null : readSequence(text, index);
    if (sequence === null) continue;
    found.push(sequence);
    free = sequence.end;
  }
  return found;
};

/** Sequences that touch belong together: "Ã‰tÃ©" stays two, "æ–‡å­—" is one run. */
const joinRuns = (sequences: readonly MisreadSequence[]): MisreadSequence[][] => {
  const runs: MisreadSequence[][] = [];
  for (const sequence of sequences) {
    const run = runs.at(-1);
    if (run?.at(-1)?.end === sequence.start) run.push(sequence);
    else runs.push([sequence]);
  }
  return runs;
};

/** Reads the misread bytes of a text again as UTF-8, one level deep, wherever the text cannot have been meant as it is. */
export const rereadMisread = (text: string): Reread => {
  const sequences = findSequences(text);
  const thai = sequences.filter((sequence) => sequence.codePage === 'windows-874');
  const isThaiWritten = holdsThaiWriting(text, thai);
  const isThaiMisread = !isThaiWritten && thai.some(isProvenThaiMisreading);
  const isDamage = (sequence: MisreadSequence): boolean =>
    sequence.codePage === 'windows-1252'
      ? !isNaturalLatin(sequence, text)
      : isProvenThaiMisreading(sequence) || isThaiMisread || (!isThaiWritten && isStrayPair(sequence, text));

  const codePages = new Set<CodePageName>();
  let repaired = '';
  let from = 0;
  let count = 0;
  for (const run of joinRuns(sequences)) {
    const damaged = run.some((sequence) => sequence.codePage === 'windows-1252' && isDamage(sequence))
      ? run.filter((sequence) => sequence.codePage === 'windows-1252' || isDamage(sequence))
      : run.filter(isDamage);
    const chars = damaged.map((sequence) => sequence.char).join('');
    // Control characters are only right as a step on the way: text that was misread twice.
    if (CONTROL.test(chars) && (chars.length < 2 || CONTROL.test(rereadMisread(chars).text))) continue;
    for (const sequence of damaged) {
      repaired += text.slice(from, sequence.start) + sequence.char;
      from = sequence.end;
      count += 1;
      codePages.add(sequence.codePage);
    }
  }
  return { text: repaired + text.slice(from), count, codePages };
};
