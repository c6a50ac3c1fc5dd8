import { html, type Markup } from './html.ts';

const bidiControls = /[\u{061C}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu;

/** Somebody else's words inside a sentence of ours, in whatever direction they run. */
export const foreign = (text: string): Markup => html`<bdi>${text}</bdi>`;

/**
 * The same for plain text: one line, at most `maxChars` characters as a reader counts them, in quotation marks, isolated by
 * Unicode's own marks so that its direction turns nothing around it.
 */
export function quoteBriefly(text: string, maxChars = 120): string {
  return `“\u{2068}${shorten(text.replace(bidiControls, ''), maxChars)}\u{2069}”`;
}

/** One line of at most `maxChars` characters as a reader counts them, with an ellipsis where something is left out. */
export function shorten(text: string, maxChars: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  // A character has a few code units; what stands beyond this is beyond the limit too.
  const near = line.slice(0, maxChars * 32);
  const characters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(near)].map((one) => one.segment);
  if (characters.length <= maxChars) return near;
  return `${characters
    .slice(0, maxChars - 1)
    .join('')
    .trimEnd()}…`;
}

/** Somebody else's words with their dates kept in one line. */
export function wholeDates(text: string): Markup {
  const parts = text.split(/(\d{4}-\d{2}-\d{2})/u);
  return html`<bdi>${parts.map((part, at) => (at % 2 === 1 ? html`<span class="whole">${part}</span>` : part))}</bdi>`;
}
