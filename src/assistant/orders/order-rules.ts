import { parse } from 'yaml';
import { z } from 'zod';
import { normaliseText } from '#assistant/screen/normalise-text.ts';
import { promptHeader } from '#assistant/signing/prompt-header.ts';

/** Read by code units, which compiles and runs several times as fast: so no `\\p{…}`. */
const pattern = z
  .string()
  .min(1)
  .refine((source) => !source.includes('\\p{'), 'holds \\p{…}, which is not read here');

const schema = z.strictObject({
  ...promptHeader,
  id: z.literal('orders'),
  triggers: z.array(pattern).min(1),
  disguised: z.array(z.string().regex(/^[a-z]{5,}$/u)).min(1),
  parts: z.record(z.string().regex(/^[a-z]+$/u), pattern),
  rules: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z-]*$/u),
        says: z.string().min(1),
        opens: z.boolean().default(false),
        patterns: z.array(pattern).min(1),
      }),
    )
    .min(1),
});

export interface OrderRule {
  readonly id: string;
  /** What such a sentence does, in plain words. */
  readonly says: string;
  /** What follows such a sentence belongs to it. */
  readonly opens: boolean;
  /** Apart, since one pattern of all of them takes far longer to compile. */
  readonly patterns: readonly RegExp[];
}

export interface OrderRules {
  /** A text without any of these is no order: most texts are not looked at any further. */
  readonly trigger: RegExp;
  /** Words that are looked for in disguise. */
  readonly disguised: readonly string[];
  readonly rules: readonly OrderRule[];
}

const NOT_ASCII = /[^\p{ASCII}]+/gu;

/** A pattern with its parts put in, written as texts are when they are compared. */
function compose(source: string, parts: Readonly<Record<string, string>>, depth = 0): string {
  const whole = source.replaceAll(/\{([a-z]+)(\d*)\}/gu, (written, name: string, count: string) => {
    if (name === 'gap') return `(?:[^\\s]+ ){0,${count}}?`;
    const part = parts[name];
    if (part === undefined || depth > 4) throw new Error(`orders.yaml: no part is called ${written}`);
    return compose(part, parts, depth + 1);
  });
  return whole.replaceAll(NOT_ASCII, (letters) => normaliseText(letters).text);
}

/** Throws naming the rule and the pattern that is none. */
function compileAll(owner: string, sources: readonly string[], parts: Readonly<Record<string, string>>): RegExp[] {
  return sources.map((source) => {
    const whole = compose(source, parts);
    try {
      return new RegExp(whole);
    } catch (cause) {
      throw new Error(`orders.yaml: ${owner}: "${source}" is no pattern`, { cause });
    }
  });
}

/** Reads `prompts/documents/orders.yaml`; throws naming the key that is wrong. */
export function readOrderRules(yaml: string): OrderRules {
  const { triggers, disguised, parts, rules } = schema.parse(parse(yaml));
  return {
    trigger: new RegExp(
      compileAll('triggers', triggers, parts)
        .map(({ source }) => source)
        .join('|'),
    ),
    disguised,
    rules: rules.map((rule) => ({ ...rule, patterns: compileAll(rule.id, rule.patterns, parts) })),
  };
}
