/** Cyrillic and Greek letters that cannot be told from Latin ones (Unicode TR39 confusables, lower case). */
const LOOKALIKES = new Map(
  Object.entries({
    а: 'a',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ѕ: 's',
    ј: 'j',
    ԁ: 'd',
    һ: 'h',
    к: 'k',
    м: 'm',
    т: 't',
    н: 'h',
    в: 'b',
    α: 'a',
    ο: 'o',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
  }),
);
const LATIN = /[a-z]/u;
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Turns a word that mixes Latin with letters that only look Latin into the Latin word it imitates. */
export function foldLookalikes(word: string): string {
  if (!OTHER.test(word) || !LATIN.test(word)) return word;
  return Array.from(word, (letter) => LOOKALIKES.get(letter) ?? letter).join('');
}
