/** Says "there is none" where that is something else than not saying anything. */
const NONE = 'none';

const isPlain = (text: string): boolean =>
  text !== '' &&
  text !== NONE &&
  text.trim() === text &&
  !text.startsWith('"') &&
  !/[|\p{Cc}\u2028\u2029\uFEFF]/u.test(text);

/** A text as it stands in a cell: plain, or as a JSON string where the marks of a cell would change it. */
export function writeText(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\uFEFF]/gu, escapeUnit);
}

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text that a cell, or a part of it, stands for. What only begins like a JSON string is taken as it stands. */
export function readText(cell: string): string {
  const text = cell.trim();
  if (!/^".*"$/su.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}

/** Empty for null, which is then "not said". */
export const writeNullable = (text: string | null): string => (text === null ? '' : writeText(text));
export const readNullable = (cell: string): string | null => (cell.trim() === '' ? null : readText(cell));

/** Empty for absent, `none` for null. */
export function writeOptional(text: string | null | undefined): string {
  if (text === undefined) return '';
  return text === null ? NONE : writeText(text);
}

export function readOptional(cell: string): string | null | undefined {
  if (cell.trim() === '') return undefined;
  return cell.trim() === NONE ? null : readText(cell);
}
