/** Scripts that write no blanks between words; about two characters a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

export function countWords(text: string): number {
  const spaced = text.match(/\S+/g)?.length ?? 0;
  return spaced + Math.floor((text.match(UNSPACED)?.length ?? 0) / 2);
}
