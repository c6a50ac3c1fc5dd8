/** One place of a sequence. `gap` is how many tokens may stand between it and the place before. */
export interface Step {
  readonly atom: Atom;
  readonly gap: number;
}

export type Atom =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'suffix'; readonly suffix: string }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'group'; readonly options: readonly Sequence[] };

export type Sequence = readonly Step[];

/** `evidence` must be there now; `context` anywhere in the conversation; `absent` must not stand in the same window. */
export type TermRole = 'evidence' | 'context' | 'absent';

export interface Term {
  readonly role: TermRole;
  readonly options: readonly Sequence[];
}

/** Terms that must meet: within so many tokens, in one sentence, or in one message. */
export interface Pattern {
  readonly terms: readonly Term[];
  readonly within: number | 'sentence' | 'message';
}
