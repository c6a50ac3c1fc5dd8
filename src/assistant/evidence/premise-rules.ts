import { parse } from 'yaml';
import { z } from 'zod';
import { tokensOf } from '#assistant/ask/stem-sequence.ts';
import { promptHeader } from '#assistant/signing/prompt-header.ts';

const pattern = z.string().min(1);
const phrases = z.array(z.string().min(1)).min(1);
const schema = z.strictObject({
  ...promptHeader,
  id: z.literal('premises'),
  asks: z.array(pattern),
  takenForGranted: z.array(pattern).min(1),
  negators: pattern,
  deniesSubject: pattern,
  prefixes: pattern,
  clauseEnds: pattern,
  opposites: z.array(z.tuple([phrases, phrases])),
});

type Stems = readonly string[];

/** What a question takes for granted, what turns a statement round and what contradicts what. */
export interface PremiseRules {
  readonly asks: readonly RegExp[];
  /** Each with the group `claim`; a group `not` means that the claim is denied. */
  readonly takenForGranted: readonly RegExp[];
  /** Lower case, without apostrophes. */
  readonly negators: ReadonlySet<string>;
  readonly deniesSubject: RegExp;
  readonly prefixes: ReadonlySet<string>;
  readonly clauseEnds: RegExp;
  /** Two sides each, as phrases of stems: both cannot be true of one thing. */
  readonly opposites: ReadonlyArray<readonly [readonly Stems[], readonly Stems[]]>;
}

const listOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter(Boolean));
const stemsOf = (phrase: string): Stems => tokensOf(phrase).map(({ stem }) => stem);

/** Reads `prompts/answer/premises.yaml`; throws naming the key that is wrong. */
export function readPremiseRules(yaml: string): PremiseRules {
  const file = schema.parse(parse(yaml));
  return {
    asks: file.asks.map((source) => new RegExp(source, 'iu')),
    takenForGranted: file.takenForGranted.map((source) => new RegExp(source, 'iu')),
    negators: listOf(file.negators),
    deniesSubject: new RegExp(file.deniesSubject, 'iu'),
    prefixes: listOf(file.prefixes),
    clauseEnds: new RegExp(file.clauseEnds, 'giu'),
    opposites: file.opposites.map(([one, other]) => [one.map(stemsOf), other.map(stemsOf)]),
  };
}
