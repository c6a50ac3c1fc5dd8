import { createChoose } from './choose-by-seed.ts';
import { mutateDigit, mutateRangeEnd, mutateUnit } from './mutate-figures.ts';
import { createMutateName, createSwapNames, type NamesByKind } from './mutate-names.ts';
import { addNegation, dropHedge, dropNegation, mutateDirection } from './mutate-words.ts';
import type { Mutant, Mutate, MutationKind, SourceSentence } from './mutation.ts';

export interface MutationInput {
  readonly sentences: readonly SourceSentence[];
  readonly names: NamesByKind;
  readonly seed: number;
}

/**
 * For each sentence at most one mutant of each kind, chosen by the seed; `passage` keeps the sentence and gives it the quotes of
 * another. The same input gives the same mutants.
 */
export function createMutants({ sentences, names, seed }: MutationInput): Mutant[] {
  const choose = createChoose(seed);
  const mutate: ReadonlyArray<readonly [MutationKind, Mutate]> = [
    ['digit', mutateDigit],
    ['range_end', mutateRangeEnd],
    ['unit', mutateUnit],
    ['negation_dropped', dropNegation],
    ['negation_added', addNegation],
    ['direction', mutateDirection],
    ['hedge', dropHedge],
    ['name', createMutateName(names)],
    ['names_swapped', createSwapNames(names)],
  ];
  return sentences.flatMap(({ text, evidence }) => {
    const changed = mutate.flatMap(([kind, change]): Mutant[] => {
      const mutated = choose(change(text, choose).filter((other) => other !== text));
      return mutated === null ? [] : [{ kind, original: text, text: mutated, evidence }];
    });
    const other = choose(sentences.filter((one) => one.text !== text && !one.text.includes(text)));
    if (other !== null) changed.push({ kind: 'passage', original: text, text, evidence: other.evidence });
    return changed;
  });
}
