import { z } from 'zod';
import { promptHeader } from '#assistant/signing/prompt-header.ts';

/** Phrases end at a comma or a line; in small letters from here on. */
const phrases = z.string().transform((text) =>
  text
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .split(/[,\n]/u)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== ''),
);

const lists = z.strictObject({
  recordNames: phrases,
  recordNouns: phrases,
  numberWords: phrases,
  notRecords: phrases,
  phoneCues: phrases,
  publicNumbers: phrases,
  publicMailboxes: phrases,
  addressCues: phrases,
  streetWords: phrases,
  unitWords: phrases,
  foreignStreets: phrases,
  streetEndings: phrases,
  addressParts: phrases,
  birthCues: phrases,
  nameCues: phrases,
  selfCues: phrases,
  notNames: phrases,
  reportHeadings: phrases,
  reportPhrases: phrases,
  analytes: phrases,
  amountWords: phrases,
  notResults: phrases,
  ownWords: phrases,
});
export type CueList = keyof z.infer<typeof lists>;

const format = z.string().transform((source, context) => {
  try {
    return new RegExp(`(?<![\\p{L}\\d.,/]|\\d[ -])(?:${source})(?![\\p{L}\\d/]|[ -]?\\d|[.,]\\d)`, 'gu');
  } catch {
    context.addIssue({ code: 'custom', message: 'is no regular expression' });
    return z.NEVER;
  }
});

/** The file `too-much.yaml`. */
export const cueFileSchema = z.strictObject({
  id: z.literal('too-much-told'),
  ...promptHeader,
  lists,
  /** Written as they are, between other words. */
  recordFormats: z.record(z.string(), format),
  /** Signs as well as letters, so no phrases. */
  resultUnits: phrases,
});

export type Cues = z.infer<typeof cueFileSchema>;
