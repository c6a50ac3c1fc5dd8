import type { ProjectedText } from './projected-text.ts';

export interface Label {
  /** Without its colon. */
  readonly text: string;
  readonly from: number;
  /** Where what it introduces begins. */
  readonly to: number;
}

const MAX_WORDS = 20;

/** `**Label:** text` or `**Label**: text`, at the very start, with something after it. */
export function findLabel({ plain, wrappers }: ProjectedText): Label | null {
  const from = plain.length - plain.trimStart().length;
  const strong = wrappers.find((wrapper) => wrapper.isStrong && wrapper.from === from);
  if (strong === undefined) return null;
  const name = plain.slice(strong.from, strong.to);
  const hasColon = /[:：]$/.test(name);
  const after = hasColon ? 0 : (/^\s*[:：](?=\s)/.exec(plain.slice(strong.to))?.[0].length ?? -1);
  const to = strong.to + after;
  if (after < 0 || plain.slice(to).trim() === '' || name.split(/\s+/).length > MAX_WORDS) return null;
  return { text: name.replace(/\s*[:：]$/, '').replace(/\s+/g, ' '), from, to };
}
