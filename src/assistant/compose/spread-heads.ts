/** "liver, lung and gastric cancers": words that share the noun after the last of them. */
const LISTED = /((?:[\p{L}-]+, )+(?:(?:and|or) )?[\p{L}-]+|[\p{L}-]+ (?:and|or) [\p{L}-]+) (\p{L}+)/gu;
/** "solid tumours (liver, lung)": words that share the noun before them. */
const IN_BRACKETS = /(\p{L}+) \(((?:[\p{L}-]+, )+(?:(?:and|or) )?[\p{L}-]+)\)/gu;

const wordsOf = (list: string): string[] => list.split(/, (?:and |or )?| and | or /u).filter(Boolean);

/** What a list means when each of its words is read with the noun they share: "liver cancers . lung cancers". */
export function spreadHeads(text: string): string {
  const before = [...text.matchAll(LISTED)].flatMap(([, list = '', noun = '']) =>
    wordsOf(list).map((word) => `${word} ${noun}`),
  );
  const after = [...text.matchAll(IN_BRACKETS)].flatMap(([, noun = '', list = '']) =>
    wordsOf(list).map((word) => `${word} ${noun}`),
  );
  return [...before, ...after].join(' . ');
}
