import type { HtmlElement } from '#knowledge/documents/parse-html.ts';

/** Seen through, or smaller than anybody reads. */
const LEAST_OPACITY = 0.1;
const LEAST_FONT_PX = 3;
/** Further out than a page is wide. */
const OUTSIDE_PX = -400;

const NAMED: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000', red: '#ff0000', blue: '#0000ff' };

function readStyle(style: string): ReadonlyMap<string, string> {
  const declarations = style.toLowerCase().replaceAll('!important', '').split(';');
  return new Map(
    declarations.map((declaration) => {
      const [name = '', ...value] = declaration.split(':');
      return [name.trim(), value.join(':').trim()];
    }),
  );
}

function readColour(value: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/u.exec(value);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const parts = /^rgba?\((\d+)[ ,]+(\d+)[ ,]+(\d+)/u.exec(value);
  if (parts)
    return `#${parts
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  return NAMED[value] ?? value;
}

const pixels = (value: string): number | null => {
  const found = /^(-?\d*\.?\d+)(px|pt|em|rem|vw|vh|%)?$/u.exec(value);
  if (!found) return null;
  const scale =
    found[2] === 'em' || found[2] === 'rem' ? 16 : found[2] === 'vw' || found[2] === 'vh' || found[2] === '%' ? 8 : 1;
  return Number(found[1]) * scale;
};

function whyUnseen(style: ReadonlyMap<string, string>): string | null {
  const get = (name: string): string => style.get(name) ?? '';
  if (/^none\b/u.test(get('display')) || /^(?:hidden|collapse)\b/u.test(get('visibility'))) return 'that is not shown';
  const opacity = Number.parseFloat(get('opacity')) / (get('opacity').endsWith('%') ? 100 : 1);
  if (opacity < LEAST_OPACITY) return 'that is transparent';
  const size = get('font-size') || /(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem))(?:\/|\s)/u.exec(`${get('font')} `)?.[1] || '';
  const px = size.endsWith('%') ? Number.parseFloat(size) * 0.16 : pixels(size);
  if (size !== '' && px !== null && px < LEAST_FONT_PX) return 'in letters too small to be read';
  const isMoved = ['left', 'top', 'right', 'bottom', 'text-indent', 'margin-left', 'margin-top'].some(
    (side) => (pixels(get(side)) ?? 0) <= OUTSIDE_PX,
  );
  if (isMoved || /translate\w*\([^)]*-\d{4,}|scale\(0\)/u.test(get('transform'))) return 'that stands outside the page';
  const clip = `${get('clip')} ${get('clip-path')}`;
  if (/rect\((?:[01](?:px)?[ ,]*){4}\)|inset\((?:50|100)%|circle\(0/u.test(clip)) return 'that is clipped away';
  const isFlat = ['height', 'width', 'max-height', 'max-width'].some((side) => (pixels(get(side)) ?? 9) <= 1);
  if (isFlat && get('overflow').startsWith('hidden')) return 'that is clipped away';
  const background = readColour(get('background-color') || get('background').split(' ')[0] || '');
  const colour = readColour(get('color'));
  if (colour === 'transparent' || /rgba\([^)]*[ ,/]0(?:\.0+)?\)/u.test(get('color'))) return 'that is transparent';
  return colour !== '' && colour === background ? 'in the colour of its background' : null;
}

/** Why a reader does not see what an element holds, by its own attributes, in plain words; null where nothing says so. */
export function whyHidden({ properties, tagName }: HtmlElement): string | null {
  if (tagName === 'template' || tagName === 'noscript') return 'that browsers do not show';
  if (properties['hidden'] !== undefined && properties['hidden'] !== false) return 'that is not shown';
  if (properties['ariaHidden'] === 'true') return 'that is kept from screen readers';
  const style = String(properties['style'] ?? '');
  return style === '' ? null : whyUnseen(readStyle(style));
}
