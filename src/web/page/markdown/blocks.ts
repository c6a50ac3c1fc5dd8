/** A stretch of the source; `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly lines: readonly Span[] }
  | { readonly kind: 'paragraph' | 'code'; readonly lines: readonly Span[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly first: number | null; readonly items: ReadonlyArray<readonly Block[]> }
  | { readonly kind: 'table'; readonly head: readonly Span[]; readonly rows: ReadonlyArray<readonly Span[]> }
  | { readonly kind: 'rule' };
