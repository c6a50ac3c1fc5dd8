import { parse } from 'yaml';
import { z } from 'zod';
import { promptHeader } from '#assistant/signing/prompt-header.ts';

const pattern = z.string().min(1);
const schema = z.strictObject({
  ...promptHeader,
  id: z.literal('figures'),
  kinds: z.record(z.string(), pattern),
  effectKinds: z.array(z.string()).min(1),
  effect: pattern,
  lifeSpan: pattern,
  inWords: z.array(pattern).min(1),
  harm: pattern,
  benefit: pattern,
  notEffect: pattern,
  limitHeadings: pattern,
  limits: z.array(pattern).min(1),
  limitsOthers: pattern,
  aboutEvidence: pattern,
});

/** How figures are read, which of them tell of effect or harm, and which sentences limit them. */
export interface FigureRules {
  /** By kind, with the groups `low`, `high`, `unit`. */
  readonly kinds: ReadonlyMap<string, RegExp>;
  readonly effectKinds: ReadonlySet<string>;
  readonly effect: RegExp;
  readonly lifeSpan: RegExp;
  readonly inWords: readonly RegExp[];
  readonly harm: RegExp;
  readonly benefit: RegExp;
  readonly notEffect: RegExp;
  readonly limitHeadings: RegExp;
  readonly limits: readonly RegExp[];
  readonly limitsOthers: RegExp;
  readonly aboutEvidence: RegExp;
}

/** Reads `prompts/answer/figures.yaml`; throws naming the key that is wrong. */
export function readFigureRules(yaml: string): FigureRules {
  const file = schema.parse(parse(yaml));
  const anyCase = (source: string) => new RegExp(source, 'iu');
  return {
    kinds: new Map(Object.entries(file.kinds).map(([kind, source]) => [kind, new RegExp(source, 'giu')])),
    effectKinds: new Set(file.effectKinds),
    effect: anyCase(file.effect),
    lifeSpan: anyCase(file.lifeSpan),
    inWords: file.inWords.map(anyCase),
    harm: anyCase(file.harm),
    benefit: anyCase(file.benefit),
    notEffect: anyCase(file.notEffect),
    limitHeadings: anyCase(file.limitHeadings),
    limits: file.limits.map(anyCase),
    limitsOthers: anyCase(file.limitsOthers),
    aboutEvidence: anyCase(file.aboutEvidence),
  };
}
