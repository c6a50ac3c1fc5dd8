/** What somebody should look at in a file that was taken in all the same. */
export interface DocumentWarning {
  /** Of the file, from 1; null where it cannot be told. */
  readonly line: number | null;
  /** In plain words, without words of the document. */
  readonly reason: string;
}

/** Gives in plain words why a text seems to be meant for a machine and not for a reader, or null. */
export type FindOrder = (text: string) => { readonly says: string } | null;

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
