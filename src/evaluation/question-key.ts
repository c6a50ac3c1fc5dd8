/** Equal for turns that ask the same in the same words: case, marks and white space make no other question. */
export function questionKey(turns: readonly string[]): string {
  return turns
    .map((turn) =>
      turn
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}%]+/gu, ' ')
        .trim(),
    )
    .join('\n');
}
