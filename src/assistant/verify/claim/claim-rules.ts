import { parse } from 'yaml';
import { z } from 'zod';
import { promptHeader } from '#assistant/signing/prompt-header.ts';
import { READER_REASONS, type ReaderReason } from './rejection.ts';

const phrases = z.array(z.coerce.string().min(1)).min(1);
const scale = z.strictObject({ keep: z.int().positive(), levels: z.array(phrases).min(2) });
const patternsByReason = z.strictObject(
  Object.fromEntries(READER_REASONS.map((reason) => [reason, z.array(z.string().min(1)).min(1)])) as Record<
    ReaderReason,
    z.ZodArray<z.ZodString>
  >,
);
const schema = z.strictObject({
  ...promptHeader,
  id: z.literal('claims'),
  clauseEnds: z.string().min(1),
  denies: z.string().min(1),
  deniesInOtherWords: phrases,
  sides: z.array(z.tuple([phrases, phrases])).min(1),
  demanded: z.array(phrases),
  scales: z.record(z.string(), scale),
  notTelling: phrases,
  units: z.record(z.string(), phrases),
  countries: z.array(phrases).min(1),
  toReader: patternsByReason,
});
const plainWordsSchema = z.strictObject({
  ...promptHeader,
  id: z.literal('plain-words'),
  groups: z.array(z.array(z.coerce.string().min(1)).min(2)),
});

/** One scale from certain to uncertain. */
export interface Scale {
  readonly name: string;
  /** From this level on a quote's word may not be left out. */
  readonly keep: number;
  readonly levels: ReadonlyArray<readonly string[]>;
}

/** What makes a sentence say something else than the quotes it cites. */
export interface ClaimRules {
  readonly clauseEnds: RegExp;
  readonly denies: readonly string[];
  readonly deniesInOtherWords: readonly string[];
  readonly sides: ReadonlyArray<readonly [readonly string[], readonly string[]]>;
  /** Each line: words of which the quotes must hold one when a claim does. */
  readonly demanded: ReadonlyArray<readonly string[]>;
  readonly scales: readonly Scale[];
  /** Words of a scale that mean too little to be demanded. */
  readonly notTelling: readonly string[];
  /** By name, each with every way to write it. */
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly countries: ReadonlyArray<readonly string[]>;
  readonly toReader: ReadonlyArray<{ readonly reason: ReaderReason; readonly pattern: RegExp }>;
}

/** First person singular shows in its capital. */
const CASE_MATTERS: ReadonlySet<ReaderReason> = new Set(['claims_person']);

/** Reads `prompts/answer/claims.yaml`; throws naming the key that is wrong. */
export function readClaimRules(yaml: string): ClaimRules {
  const file = schema.parse(parse(yaml));
  return {
    clauseEnds: new RegExp(file.clauseEnds, 'giu'),
    denies: file.denies.split(/\s+/u).filter(Boolean),
    deniesInOtherWords: file.deniesInOtherWords,
    sides: file.sides,
    demanded: file.demanded,
    scales: Object.entries(file.scales).map(([name, { keep, levels }]) => ({ name, keep, levels })),
    notTelling: file.notTelling,
    units: new Map(Object.entries(file.units)),
    countries: file.countries,
    toReader: READER_REASONS.flatMap((reason) =>
      file.toReader[reason].map((source) => ({
        reason,
        pattern: new RegExp(source, CASE_MATTERS.has(reason) ? 'u' : 'iu'),
      })),
    ),
  };
}

/** Reads `prompts/answer/plain-words.yaml`: groups of words of which one stands for another in a sentence. */
export function readPlainWords(yaml: string): ReadonlyArray<readonly string[]> {
  return plainWordsSchema.parse(parse(yaml)).groups;
}
