const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
// East Asian wide and full-width characters, and what is drawn as a picture: two columns each.
const wide =
  /[\u{1100}-\u{115F}\u{2E80}-\u{303E}\u{3041}-\u{A4CF}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE6F}\u{FF00}-\u{FF60}\u{FFE0}-\u{FFE6}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}|\u{FE0F}/u;
// Controls, which could move the cursor or recolour a terminal, and marks that turn the direction of a line.
const unprintable = /[\p{Cc}\p{Cs}\u{061C}\u{200E}\u{200F}\u{2028}-\u{202E}\u{2066}-\u{2069}]+/gu;

const columnsOf = (grapheme: string): number => (wide.test(grapheme) ? 2 : /^\p{M}+$/u.test(grapheme) ? 0 : 1);

/** Columns that a terminal gives a text. */
export const widthOf = (text: string): number =>
  [...segmenter.segment(text)].reduce((sum, { segment }) => sum + columnsOf(segment), 0);

/** One printable line of at most `columns` columns, with an ellipsis where something is left out. */
export function clip(text: string, columns: number): string {
  const line = text.replace(unprintable, ' ');
  if (widthOf(line) <= columns) return line;
  let [kept, width] = ['', 0];
  for (const { segment } of segmenter.segment(line)) {
    width += columnsOf(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The same, filled up with spaces to exactly `columns`. */
export function pad(text: string, columns: number): string {
  const line = clip(text, columns);
  return line + ' '.repeat(columns - widthOf(line));
}
