import type { Span } from './blocks.ts';

export type Inline =
  | (Span & { readonly kind: 'text' })
  | { readonly kind: 'strong' | 'em' | 'code'; readonly inner: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inner: readonly Inline[] };

const pattern = new RegExp(
  [
    String.raw`\\(?<escaped>[!-/:-@[-\`{-~])`,
    String.raw`(?<tick>\`+)(?<code>.+?)\k<tick>`,
    String.raw`(?<two>\*\*|__)(?=\S)(?<strong>.+?)(?<=\S)\k<two>`,
    String.raw`(?<one>\*)(?=\S)(?<em>[^*]+?)(?<=\S)\*`,
    String.raw`(?<!\w)_(?=\S)(?<em2>[^_]+?)(?<=\S)_(?!\w)`,
    String.raw`!?\[(?<label>[^\]]*)\]\((?<href>[^)\s]+)[^)]*\)`,
    String.raw`<(?<auto>https?:[^>\s]+)>`,
  ].join('|'),
  'g',
);

/** The words of one line with their emphasis; marks are left out, and every word keeps its place in the source. */
export function parseInline(text: string, { start, end }: Span): Inline[] {
  const pieces: Inline[] = [];
  let plainFrom = start;
  const plainUpTo = (to: number): void => {
    if (to > plainFrom) pieces.push({ kind: 'text', start: plainFrom, end: to });
  };
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const found = match.groups ?? {};
    const at = start + match.index;
    const inside = (words: string): Span => {
      const from = at + match[0].indexOf(words, found['escaped'] === undefined ? openingOf(found) : 1);
      return { start: from, end: from + words.length };
    };
    plainUpTo(at);
    plainFrom = at + match[0].length;
    const { escaped, code, strong, label, href, auto } = found;
    const em = found['em'] ?? found['em2'];
    if (escaped !== undefined) pieces.push({ kind: 'text', ...inside(escaped) });
    else if (code !== undefined) pieces.push({ kind: 'code', inner: [{ kind: 'text', ...inside(code) }] });
    else if (strong !== undefined) pieces.push({ kind: 'strong', inner: parseInline(text, inside(strong)) });
    else if (em !== undefined) pieces.push({ kind: 'em', inner: parseInline(text, inside(em)) });
    else if (auto !== undefined) pieces.push({ kind: 'link', href: auto, inner: [{ kind: 'text', ...inside(auto) }] });
    else pieces.push({ kind: 'link', href: href ?? '', inner: parseInline(text, inside(label ?? '')) });
  }
  plainUpTo(end);
  return pieces;
}

/** Length of the mark before the inner words, so that they are not found within the mark itself. */
function openingOf(found: Record<string, string | undefined>): number {
  return (found['tick'] ?? found['two'] ?? ' ').length;
}
