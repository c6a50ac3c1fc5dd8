const ROW = /^\s*\|(.+)\|\s*$/u;
const RULE = /^[\s|:-]+$/u;
const LEAD = /^\s*(?:#{1,6}|[-*+]|\d+[.)]|>)\s+/u;

/** Words without the marks around them: strong, emphasis, code, links, and marks that are escaped. */
const plainWords = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/gu, '$1')
    .replace(/\*\*|__|`/gu, '')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]+?)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|<>-])/gu, '$1')
    .trim();

/** A line of a table as its cells, joined by " · "; any other without its marks. */
function plainLine(line: string): string {
  const cells = ROW.exec(line)?.[1];
  if (cells === undefined) return plainWords(line.replace(LEAD, ''));
  return cells
    .split(/(?<!\\)\|/u)
    .map(plainWords)
    .filter((cell) => cell !== '')
    .join(' · ');
}

/** A quote as it reads: without Markdown's marks. Letter for letter it stays in the run. */
export const plainQuote = (quote: string): string =>
  quote
    .split('\n')
    .filter((line) => line.trim() !== '' && !(line.includes('|') && RULE.test(line)))
    .map(plainLine)
    .join('\n');
