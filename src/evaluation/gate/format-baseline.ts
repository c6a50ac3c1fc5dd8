import type { Baseline } from './baseline.ts';

/** JSON with one list of ids a line, so that a change of the baseline can be read. */
export function formatBaseline(baseline: Baseline): string {
  const wide = JSON.stringify(baseline, null, 2);
  return `${wide.replaceAll(/\[\s+("[^[\]]*?")\s+\]/gu, (_, ids: string) => `[${ids.replaceAll(/\s*\n\s*/gu, ' ')}]`)}\n`;
}
