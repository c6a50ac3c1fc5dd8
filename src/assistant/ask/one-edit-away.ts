const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Every string one insertion, deletion, replacement or swap of neighbours away; lower-case Latin letters only. */
export function* oneEditAway(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after !== '') yield before + after.slice(1);
    if (after.length > 1) yield `${before}${after[1]}${after[0]}${after.slice(2)}`;
    for (const letter of LETTERS) {
      if (after !== '') yield before + letter + after.slice(1);
      yield before + letter + after;
    }
  }
}
