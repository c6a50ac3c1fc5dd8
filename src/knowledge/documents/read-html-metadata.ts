import { elementsIn, type HtmlElement, type HtmlRoot, textOf } from './parse-html.ts';

/** Front matter keys a page may give as `<meta name="reviewedOn" content="…">`, in any case. */
const META_KEYS = ['id', 'title', 'kind', 'topic', 'source', 'reviewedBy', 'reviewedOn', 'reviewBy', 'status'];

/** What the page itself says, as front matter keys: its title, language, canonical address and named metas. */
export function readHtmlMetadata(root: HtmlRoot): Record<string, string> {
  const found: Record<string, string> = {};
  const keep = (key: string, value: unknown) => {
    const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
    if (text !== '') found[key] ??= text;
  };
  for (const element of elementsIn(root)) {
    const { tagName, properties } = element;
    if (tagName === 'html') keep('language', properties['lang']);
    if (tagName === 'title') keep('title', textOf(element));
    if (tagName === 'meta') keep(metaKey(element) ?? '', properties['content']);
    if (tagName === 'link' && isCanonical(element) && /^https?:/i.test(String(properties['href'])))
      keep('url', properties['href']);
    if (tagName === 'body') break;
  }
  delete found[''];
  return found;
}

function metaKey({ properties }: HtmlElement): string | undefined {
  const name = String(properties['name'] ?? '').toLowerCase();
  return META_KEYS.find((key) => key.toLowerCase() === name);
}

function isCanonical({ properties }: HtmlElement): boolean {
  const { rel } = properties;
  return Array.isArray(rel) && rel.includes('canonical');
}
