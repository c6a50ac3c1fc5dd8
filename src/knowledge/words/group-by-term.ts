export interface TermGroups {
  /** Term `t` has `order[offsets[t]]` to before `order[offsets[t + 1]]`. */
  readonly offsets: Uint32Array;
  /** Positions of the given list, by term, in their order within each. */
  readonly order: Uint32Array;
}

/** A counting sort of postings by their term, a number below `terms`: stable, so that what was ascending stays so. */
export function groupByTerm(termOf: Uint32Array, terms: number): TermGroups {
  const offsets = new Uint32Array(terms + 1);
  for (const term of termOf) offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms; term += 1) offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  const cursor = offsets.slice();
  const order = new Uint32Array(termOf.length);
  for (let posting = 0; posting < termOf.length; posting += 1) {
    const term = termOf[posting] ?? 0;
    const target = cursor[term] ?? 0;
    cursor[term] = target + 1;
    order[target] = posting;
  }
  return { offsets, order };
}
