/** Markup that may be written as it is. Made by `html` and `trusted` alone. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: text is escaped, markup is not, null is nothing, a list is its parts one after the other. */
export type HtmlValue = Markup | string | number | null | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// What HTML cannot carry: controls but tab and line feed, halves of a pair, and code points that are no characters.
const unwritable = /(?![\t\n])[\p{Cc}\p{Cs}\u{FFFE}\u{FFFF}]/gu;

/** Safe in text and in a quoted attribute. What HTML cannot carry is shown as the replacement character. */
export function escapeHtml(text: string): string {
  return text.replace(unwritable, '\u{FFFD}').replace(/[&<>"']/gu, (mark) => entities[mark] ?? mark);
}

/** Template of markup: every value is escaped unless it is markup itself. Attributes must be quoted. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Markup {
  return new Markup(parts.map((part, i) => part + write(values[i] ?? null)).join(''));
}

/** Our own constant text, never somebody else's: a style sheet. */
export const trusted = (constant: string): Markup => new Markup(constant);

function write(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map(write).join('');
}
