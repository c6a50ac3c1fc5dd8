import { createHash } from 'node:crypto';

export interface Signature {
  /** Id in `REVIEWERS.yaml`; null while nobody has signed. */
  readonly reviewedBy: string | null;
  /** ISO. */
  readonly reviewedOn: string | null;
  /** SHA-256 (hex) of what was signed. */
  readonly reviewedText: string | null;
}

/** The lines of a signature at the top level of a YAML file, or of a JSON file indented by two. */
const SIGNED_LINES = /^(?: {2}"|)(reviewedBy|reviewedOn|reviewedText)"?: ("?)(.*?)\2,?\n/gmu;
const SIGNED_BY = /^( {2}"|)reviewedBy("?): .*?(,?)\n/mu;

const withUnixEnds = (text: string): string => text.replaceAll('\r\n', '\n');

/** SHA-256 (hex) of a file without the lines of its signature: the same before and after signing. */
export const digestOf = (text: string): string =>
  createHash('sha256').update(withUnixEnds(text).replace(SIGNED_LINES, '')).digest('hex');

export function readSignature(text: string): Signature {
  const lines = [...withUnixEnds(text).matchAll(SIGNED_LINES)].map(([, key, , value]) => [key, value] as const);
  const signed = (key: keyof Signature): string | null => {
    const value = lines.find(([name]) => name === key)?.[1];
    return value === undefined || value === 'null' || value === '' ? null : value;
  };
  return {
    reviewedBy: signed('reviewedBy'),
    reviewedOn: signed('reviewedOn'),
    reviewedText: signed('reviewedText'),
  };
}

/** The file with a person's signature under all that it says. Throws where it has no `reviewedBy` at its top level. */
export function signText(text: string, reviewedBy: string, reviewedOn: string): string {
  const unix = withUnixEnds(text);
  const found = SIGNED_BY.exec(unix);
  if (!found) throw new Error('it has no reviewedBy to sign');
  const [line, open = '', close = '', comma = ''] = found;
  const signature: Signature = { reviewedBy, reviewedOn, reviewedText: digestOf(unix) };
  const lines = Object.entries(signature).map(([key, value]) => `${open}${key}${close}: "${value}"${comma}\n`);
  const before = unix.slice(0, found.index).replace(SIGNED_LINES, '');
  const after = unix.slice(found.index + line.length).replace(SIGNED_LINES, '');
  return `${before}${lines.join('')}${after}`;
}
