import { z } from 'zod';
import { promptHeader } from '#assistant/signing/prompt-header.ts';
import { parsePattern, parseSequence } from './parse-pattern.ts';

const entries = (split: RegExp) => (text: string) =>
  text
    .split(split)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** Reads each entry with `read`; a bad one becomes a problem at its key. */
function parsed<T>(split: RegExp, read: (source: string) => T) {
  return z.string().transform((text, context): T[] => {
    try {
      return entries(split)(text).map(read);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'not a pattern' });
      return z.NEVER;
    }
  });
}

/** Comma- or line-separated sequences. */
const sequences = parsed(/[,\n]/u, parseSequence).transform((lists) => lists.flat());
/** One pattern a line. */
const patterns = parsed(/\n/u, parsePattern);

export const fileHeader = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u),
  ...promptHeader,
};

/** What may be ignored for a rule: by default what is negated, past, general, hypothetical or an idiom does not count. */
const scopeName = z.enum(['negated', 'past', 'general', 'ended', 'idiom']);

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/u),
  level: z.enum(['emergency', 'urgent', 'crisis', 'amber']).optional(),
  /** Notice that replies, for small talk. */
  notice: z.string().optional(),
  /** Guideline or reason, where it differs from the file's. */
  source: z.string().optional(),
  when: patterns,
  unless: patterns.optional(),
  evenIf: z.array(scopeName).optional(),
});

export const ruleFileSchema = z.strictObject({
  ...fileHeader,
  /** What its rules report. */
  signal: z.enum(['red_flag', 'person', 'own_case', 'off_topic', 'small_talk', 'injection']).optional(),
  language: z.string().default('en'),
  define: z.record(z.string().regex(/^[a-z][a-z0-9.-]*$/u), sequences).optional(),
  rules: z.array(ruleSchema).optional(),
});

export type RuleFile = z.infer<typeof ruleFileSchema>;
/** `generalReport`: general, and not a way of reporting ("is it normal that …"); what counts for emergencies. `remote`:
 * another's, asked about or gone, which rules out a weaker sign. `month`: "in March", which is long
 * past for all but a crisis. */
export type ScopeName = z.infer<typeof scopeName> | 'generalReport' | 'remote' | 'month';
export type Rule = z.infer<typeof ruleSchema> & {
  readonly signal: NonNullable<RuleFile['signal']>;
  /** Of its file, where that is one language other than English. */
  readonly language?: string;
};

export const spellingFileSchema = z.strictObject({
  ...fileHeader,
  /** Shortened form → what it stands for. */
  expansions: z.record(z.string(), z.string()),
  /** Correct words that resemble a rule's word. */
  notSlips: z.string().transform((text) => text.split(/\s+/u).filter(Boolean)),
});

const words = z.string().transform((text) => text.split(/\s+/u).filter(Boolean));

export const languagesFileSchema = z.strictObject({
  ...fileHeader,
  /** Words that only one language uses, or uses far more than any other. */
  functionWords: z.record(z.string(), words),
  /** Unicode script → languages written in it. */
  scripts: z.record(z.string(), z.string()),
});

export const thresholdsFileSchema = z.strictObject({
  ...fileHeader,
  feverCelsius: z.number(),
  feverOnTreatmentCelsius: z.number(),
  lowCelsius: z.number(),
  amberSignsForUrgent: z.int().min(2),
  maxScreenedChars: z.int().positive(),
});
export type Thresholds = z.infer<typeof thresholdsFileSchema>;
